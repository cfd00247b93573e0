import { expect, test } from "vitest";
import { toJsonValue } from "./to-json-value";

test("what JSON has no form for is written as text", () => {
  const values = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    0,
    1.5,
    new Uint8Array([0, 255]),
    Buffer.from([0, 255]),
    null,
  ];
  expect(JSON.parse(JSON.stringify(values, toJsonValue))).toEqual([
    "NaN",
    "Infinity",
    "-Infinity",
    "-0",
    0,
    1.5,
    { base64: "AP8=" },
    null,
  ]);
});
