import { splitSource } from "./split-source";

const token = /#[^\r\n]*|[rRbBuUfFtT]{0,3}("""|'''|"|')|[()[\]{}]|\\(?:\r\n|\n|\r)|\r\n|\n|\r/g;

/** The end of a string whose opening quote ends at `from`; the text's end where it is never closed. */
function endOfString(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && (source[at] === "\n" || source[at] === "\r")) return at;
  }
  return source.length;
}

/**
 * For each line of a Python program, 1-based, the last line of the logical line that it belongs to: brackets, long strings and
 * backslashes carry a statement on. Index 0 is unused.
 */
export function logicalLineEnds(source: string): readonly number[] {
  const ends: number[] = [0];
  const total = splitSource(source).length;
  let line = 1;
  let first = 1;
  let open = 0;
  const close = () => {
    for (let inside = first; inside <= line; inside++) ends[inside] = line;
    first = line + 1;
  };
  const countLines = (text: string) => splitSource(text).length - 1;
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const text = match[0];
    if (match[1] !== undefined) {
      const end = endOfString(source, token.lastIndex, match[1]);
      line += countLines(source.slice(token.lastIndex, end));
      token.lastIndex = end;
    } else if (/^[([{]/.test(text)) open++;
    else if (/^[)\]}]/.test(text)) open = Math.max(0, open - 1);
    else if (text.startsWith("\\")) line++;
    else if (!text.startsWith("#")) {
      if (open === 0) close();
      line++;
    }
  }
  while (line < total) line++;
  close();
  return ends;
}
