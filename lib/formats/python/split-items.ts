const OPEN = "([{";
const CLOSE = ")]}";

/**
 * Cuts Python source at its commas outside of brackets and strings: `1, [2, 3], 'a,b'` gives three pieces. A comma at the end
 * adds none. Throws `SyntaxError` where brackets or quotes do not pair.
 */
export function splitItems(source: string): string[] {
  const items: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "'" || character === '"') at = endOfString(source, at) - 1;
    else if (OPEN.includes(character)) open.push(CLOSE.charAt(OPEN.indexOf(character)));
    else if (CLOSE.includes(character)) {
      if (open.pop() !== character) throw new SyntaxError(`brackets do not pair at position ${at}`);
    } else if (character === "," && open.length === 0) {
      items.push(source.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (open.length > 0) throw new SyntaxError("a bracket is not closed");
  const last = source.slice(start).trim();
  return last === "" ? items : [...items, last];
}

/** The items inside one list or tuple display. Throws `SyntaxError` when the source is neither. */
export function itemsInside(source: string): string[] {
  const trimmed = source.trim();
  const pair = trimmed.charAt(0) + trimmed.charAt(trimmed.length - 1);
  if (pair !== "[]" && pair !== "()") throw new SyntaxError("it is not a list or tuple");
  return splitItems(trimmed.slice(1, -1));
}

/** Index after the string literal that starts at `from`. */
export function endOfString(source: string, from: number): number {
  const quote = source.charAt(from);
  const mark = source.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
  for (let at = from + mark.length; at < source.length; at += 1) {
    if (source.charAt(at) === "\\") at += 1;
    else if (source.startsWith(mark, at)) return at + mark.length;
  }
  throw new SyntaxError("a string is not closed");
}
