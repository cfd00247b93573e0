function numberText(value: number): string | number {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
}

/**
 * For `JSON.stringify`: writes what JSON has no form for. Bytes become `{"base64": "…"}`; the floats NaN, Infinity, -Infinity and -0 become
 * strings of these names.
 */
export function toJsonValue(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") };
  return typeof value === "number" ? numberText(value) : value;
}
