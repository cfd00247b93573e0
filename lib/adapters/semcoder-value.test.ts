import { describe, expect, test } from "vitest";
import { readExactValue, readReleasedValue } from "@/lib/adapters/semcoder-value";
import { reprValue } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

// A logged repr; its JSON inside a state; its text as an output. As `handle_value` and `convertv2s` give them.
const released: readonly (readonly [string, string, string])[] = [
  ["1", "1", "1"],
  ["True", "true", "True"],
  ["None", "null", "None"],
  ["''", '""', '""'],
  ["'abc'", '"abc"', '"abc"'],
  ["'a\\nb'", '"a\\\\nb"', '"a\\nb"'],
  [`"it's"`, `"it's"`, `"it's"`],
  ["['a', 'b']", '["a", "b"]', '["a", "b"]'],
  [`["it's"]`, '"[\\"it\\"s\\"]"', '"["it"s"]"'],
  ["[None, True]", '"[None, True]"', '"[None, True]"'],
  ["[('74', 31)]", '"[(\\"74\\", 31)]"', '"[("74", 31)]"'],
  ["(1, 2)", '"(1, 2)"', "(1, 2)"],
  ["{}", "{}", "{}"],
  ["{'a': 1}", `"{'a': 1}"`, "{'a': 1}"],
  ["{1, 2}", '"{1, 2}"', "{1, 2}"],
  ["'{x}'", '"{x}"', "{x}"],
];

describe("the released reading, defects included", () => {
  test.each(released)("%s", (text, json, output) => {
    expect(readReleasedValue(text)).toEqual({ json, output });
  });
});

describe("the exact reading", () => {
  const read = (value: Value) => readExactValue(value, reprValue(value)).json;
  const list = (...items: Value[]): Value => ({ kind: "list", id: 1, items, length: items.length });

  test("apostrophes, None and escapes come out right", () => {
    expect(read(list({ kind: "str", text: "it's\n", length: 5 }, { kind: "none" }))).toBe('["it\'s\\n", null]');
  });
  test("what has no JSON is its repr as a string", () => {
    expect(read({ kind: "tuple", id: 1, items: [{ kind: "none" }], length: 1 })).toBe('"(None,)"');
  });
});
