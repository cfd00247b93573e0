/** Offsets at which the lines of a text begin. */
export function findLineStarts(text: string): Int32Array<ArrayBuffer> {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}
