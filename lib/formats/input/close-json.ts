const MAXIMUM_DEPTH = 64;

/**
 * Completes JSON that was cut off, so that its beginning can be looked at: text after the last whole value is dropped and open
 * brackets are closed. Returns null when nothing whole is there. What follows the first value is ignored.
 */
export function closeJson(text: string): string | null {
  const cursor: Cursor = { text, at: 0, open: [], afterColon: false, safe: -1, closers: "" };
  while (cursor.at < text.length && step(cursor)) {
    // The step moved the cursor on.
  }
  return cursor.safe === -1 ? null : text.slice(0, cursor.safe) + cursor.closers;
}

/** `safe` is the end of the last whole value, `closers` the brackets that were open there. */
type Cursor = { readonly text: string; at: number; readonly open: string[]; afterColon: boolean; safe: number; closers: string };

/** Reads one token; false when the first value is complete, or the text cannot go on. */
function step(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (character === "{" || character === "[") {
    if (cursor.open.length >= MAXIMUM_DEPTH) return false;
    cursor.open.push(character === "{" ? "}" : "]");
    return wholeUntil(cursor, cursor.at + 1);
  }
  if (character === "}" || character === "]") {
    if (cursor.open.pop() !== character) return false;
    return wholeUntil(cursor, cursor.at + 1) && cursor.open.length > 0;
  }
  if (/[\s,:]/.test(character)) {
    cursor.afterColon = character === ":" || (cursor.afterColon && character !== ",");
    cursor.at += 1;
    return true;
  }
  const end = character === '"' ? endOfString(cursor.text, cursor.at) : endOfWord(cursor.text, cursor.at);
  if (end === -1) return false;
  const isName = character === '"' && cursor.open.at(-1) === "}" && !cursor.afterColon;
  if (!isName) return wholeUntil(cursor, end) && cursor.open.length > 0;
  cursor.at = end;
  return true;
}

function wholeUntil(cursor: Cursor, end: number): true {
  cursor.at = end;
  cursor.safe = end;
  cursor.closers = cursor.open.toReversed().join("");
  cursor.afterColon = false;
  return true;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at + 1;
  }
  return -1;
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !/[\s,\]}:"[{]/.test(text.charAt(at))) at += 1;
  return at === text.length ? -1 : at;
}
