import { endOfString } from "@/lib/formats/python/split-items";

/** Writes `inf` and `nan`, as `repr` leaves them, as expressions that need no import. Text in strings stays. */
export function withoutNamedNumbers(source: string): string {
  if (!/\b(?:inf|nan)\b/.test(source)) return source;
  let result = "";
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character !== "'" && character !== '"') continue;
    const end = endOfString(source, at);
    result += replaceNames(source.slice(start, at)) + source.slice(at, end);
    start = end;
    at = end - 1;
  }
  return result + replaceNames(source.slice(start));
}

function replaceNames(code: string): string {
  return code.replace(/(?<![\w'".])(inf|nan)\b/g, "float('$1')");
}
