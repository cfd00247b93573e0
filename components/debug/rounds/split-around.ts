/** A text as what stands before a part of it, the part, and what stands after; all of it before where the part is not in it. */
export function splitAround(text: string, part: string | null): readonly [string, string, string] {
  const at = part === null || part === "" ? -1 : text.lastIndexOf(part);
  if (part === null || at < 0) return [text, "", ""];
  // The part is drawn as lines of its own, so the line breaks around it would show as empty lines.
  const head = text.slice(0, at).replace(/\n$/, "");
  const tail = text.slice(at + part.length).replace(/^\n/, "");
  return [head, part, tail];
}
