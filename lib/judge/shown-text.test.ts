import { expect, test } from "vitest";
import type { DataValue } from "./data-value";
import { isShownOf, showOutput, showValue } from "./shown-text";

const int = (value: bigint): DataValue => ({ kind: "int", value });
const str = (value: string): DataValue => ({ kind: "str", value });
const list = (...items: DataValue[]): DataValue => ({ kind: "list", items });

test("a short value is shown whole", () => {
  const value = list(int(1n), str("it's"), { kind: "dict", entries: [[int(2n), { kind: "bytes", value: Buffer.from("ab") }]] });
  expect(showValue(value)).toBe(`[1, "it's", {2: b'ab'}]`);
});

test.each<[string, DataValue, string]>([
  ["list", list(...Array.from({ length: 5_000 }, () => int(7n))), `[${"7, ".repeat(5_000)}`],
  ["nested list", list(list(...Array.from({ length: 5_000 }, () => list()))), `[[${"[], ".repeat(5_000)}`],
  ["text", str("a".repeat(5_000)), `'${"a".repeat(5_000)}`],
  ["bytes", { kind: "bytes", value: Buffer.alloc(5_000, "a") }, `b'${"a".repeat(5_000)}`],
])("of a long %s the beginning", (_, value, whole) => {
  expect(showValue(value)).toBe(`${whole.slice(0, 2_000)}…`);
});

test("showing what is as large as an answer may be takes no time", () => {
  const large = 1n << BigInt(8 * 2 ** 20 - 1);
  const empty = list();
  const begin = performance.now();
  expect(showValue(list(...Array.from({ length: 9 }, () => large).map(int)))).toMatch(/^\[0x8000/);
  expect(showValue({ kind: "list", items: Array.from({ length: 5_000_000 }, () => empty) })).toHaveLength(2_001);
  expect(showValue(str("\0".repeat(20 * 2 ** 20)))).toHaveLength(2_001);
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test("what is shown of a text is known again", () => {
  const long = "x".repeat(300_000);
  expect(isShownOf(showOutput(long), long)).toBe(true);
  expect(isShownOf(showOutput(long), `${"x".repeat(99_999)}y${"x".repeat(200_000)}`)).toBe(false);
  expect(isShownOf(showValue(str(long)), `'${long}'`)).toBe(true);
  expect(isShownOf("x…", "xy")).toBe(false);
});
