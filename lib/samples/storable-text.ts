/** PostgreSQL holds neither NUL nor lone surrogates; each becomes U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}

/** How JSON writes what cannot be stored; also found where a text has a backslash before such letters. */
const SUSPECT = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** JSON in which every text is storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Looking at every text by itself takes five times as long, and hardly ever finds anything.
  if (!json.includes("\\u") || !SUSPECT.test(json)) return json;
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === "string" ? storableText(item) : item));
}
