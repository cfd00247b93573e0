function numberText(value: number): string | number {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
}

/**
 * For `JSON.stringify`: writes what JSON has no form for. Bytes become `{"base64": "…"}`; the floats NaN, Infinity, -Infinity and -0 become
 * strings of these names.
 */
export function toJsonValue(this: object, key: string, value: unknown): unknown {
  // The holder's own member: by now a Buffer, which is bytes too, has been replaced by what its toJSON gives.
  const original: unknown = Reflect.get(this, key);
  if (original instanceof Uint8Array) return { base64: Buffer.from(original).toString("base64") };
  return typeof value === "number" ? numberText(value) : value;
}
