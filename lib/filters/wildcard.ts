/**
 * Whether a text is what a pattern says, capitals or not; `*` stands for anything unless the pattern is exact. Looks for the parts between
 * the stars one after the other: an expression with many stars must not take its time squared and cubed.
 */
export function wildcard(pattern: string, isExact: boolean): (value: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (isExact || !wanted.includes("*")) return (value) => value.toLowerCase() === wanted;
  const parts = wanted.split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  return (given) => {
    const value = given.toLowerCase();
    const end = value.length - last.length;
    if (!value.startsWith(first) || !value.endsWith(last) || end < first.length) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = value.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
