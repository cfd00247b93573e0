const PLAIN = /^[ !#-&(-[\]-~]*$/;
const NOT_PRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const SPECIAL = /[\\\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/**
 * Text as Python's `repr` of a `str` prints it: single quotes unless the text holds single and no double ones, escapes for what
 * Python calls not printable (control, format, surrogate, unassigned and separator characters but the blank).
 * Source: CPython, Objects/unicodeobject.c, `unicode_repr`.
 */
export function reprString(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + escapeBody(text, quote) + quote;
}

/** The body of a `repr` between its quotes, for texts of which only a part is known. */
export function escapeBody(text: string, quote: string): string {
  const escaped = NOT_PRINTABLE.test(text) || text.includes("\\") ? text.replace(SPECIAL, escapeCharacter) : text;
  return quote === "'" ? escaped.replaceAll("'", "\\'") : escaped;
}

function escapeCharacter(character: string): string {
  if (character === "\\") return "\\\\";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}
