const SUSPECT = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * Replaces what PostgreSQL cannot keep in text, zero characters and halves of surrogate pairs, by U+FFFD throughout a parsed value.
 * `source` is the JSON that it was read from: without an escape for such a character the value is returned as it is.
 */
export function storableText(value: unknown, source: string): { readonly value: unknown; readonly replaced: number } {
  if (!SUSPECT.test(source)) return { value, replaced: 0 };
  const count = { replaced: 0 };
  return { value: mend(value, count), replaced: count.replaced };
}

function mend(value: unknown, count: { replaced: number }): unknown {
  if (typeof value === "string") return mendText(value, count);
  if (Array.isArray(value)) return value.map((item: unknown) => mend(item, count));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mendText(key, count), mend(inner, count)]));
}

function mendText(text: string, count: { replaced: number }): string {
  const mended = text.replaceAll("\0", "\uFFFD").toWellFormed();
  if (mended !== text) count.replaced += 1;
  return mended;
}
