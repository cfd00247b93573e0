const PLAIN = /^[ !#-[\]-~]*$/;
const UNSAFE = /["\\]|[^ -~]/g;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\b", "\\b"],
]);

/** A string as Python's `json.dumps` prints it: ASCII only, other characters as `\uXXXX` (UTF-16 units). */
export function dumpJsonString(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : `"${text.replace(UNSAFE, escapeUnit)}"`;
}

function escapeUnit(unit: string): string {
  return SHORT.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** An object as `json.dumps` prints it, from names and the JSON texts of their values. */
export function dumpJsonObject(entries: Iterable<readonly [string, string]>): string {
  return `{${Array.from(entries, ([name, json]) => `${dumpJsonString(name)}: ${json}`).join(", ")}}`;
}
