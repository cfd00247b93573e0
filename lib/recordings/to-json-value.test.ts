import { expect, test } from "vitest";
import { toJsonValue } from "./to-json-value";

test("floats that JSON has no form for are written as text", () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1.5];
  expect(JSON.parse(JSON.stringify(values, toJsonValue))).toEqual(["NaN", "Infinity", "-Infinity", "-0", 0, 1.5]);
});

test("bytes are written in base64, whichever kind of array holds them", () => {
  const values = { a: new Uint8Array([0, 255]), b: [Buffer.from([0, 255])], c: null };
  expect(JSON.parse(JSON.stringify(values, toJsonValue))).toEqual({ a: { base64: "AP8=" }, b: [{ base64: "AP8=" }], c: null });
});
