const MAXIMUM_DEPTH = 64;

/**
 * Completes JSON that was cut off, so that its beginning can be looked at: text after the last whole value is dropped and open
 * brackets are closed. Returns null when nothing whole is there. What follows the first value is ignored.
 */
export function closeJson(text: string): string | null {
  const open: string[] = [];
  let safe = -1;
  let closers = "";
  let afterColon = false;
  let at = 0;
  const mark = (end: number) => {
    safe = end;
    closers = open.toReversed().join("");
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "{" || character === "[") {
      if (open.length >= MAXIMUM_DEPTH) break;
      open.push(character === "{" ? "}" : "]");
      afterColon = false;
      at += 1;
      mark(at);
    } else if (character === "}" || character === "]") {
      if (open.pop() !== character) break;
      at += 1;
      mark(at);
      if (open.length === 0) break;
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (end === -1) break;
      at = end;
      if (open.at(-1) !== "}" || afterColon) mark(at);
      if (open.length === 0) break;
      afterColon = false;
    } else if (/[\s,]/.test(character)) at += 1;
    else if (character === ":") {
      afterColon = true;
      at += 1;
    } else {
      const end = endOfWord(text, at);
      if (end === text.length) break;
      at = end;
      mark(at);
      afterColon = false;
      if (open.length === 0) break;
    }
  }
  return safe === -1 ? null : text.slice(0, safe) + closers;
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
  return at;
}
