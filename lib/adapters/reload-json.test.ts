import { describe, expect, test } from "vitest";
import { reloadJson } from "@/lib/adapters/reload-json";

// Right: `json.dumps(json.loads(text))` under CPython 3.11, or null where `loads` raises.
const cases: readonly (readonly [string, string | null])[] = [
  ["1", "1"],
  ["-0", "0"],
  ["1.0", "1.0"],
  ["1e5", "100000.0"],
  ["1E400", "Infinity"],
  ["123456789012345678901234567890", "123456789012345678901234567890"],
  ["01", null],
  ["1.", null],
  ["+1", null],
  ["NaN", "NaN"],
  ["-Infinity", "-Infinity"],
  ["nan", null],
  ["None", null],
  ["true", "true"],
  [" [ 1 ,2 ] ", "[1, 2]"],
  ["[1,]", null],
  ["[]", "[]"],
  ['{"2": 1, "1": [null]}', '{"2": 1, "1": [null]}'],
  ['{"a": 1, "b": 2, "a": 3}', '{"a": 3, "b": 2}'],
  ["{1: 2}", null],
  ['"é\\u00e9\\n\\/"', '"\\u00e9\\u00e9\\n/"'],
  ['"😀"', '"\\ud83d\\ude00"'],
  ['"\\x41"', null],
  ['"tab\there"', null],
  ['"open', null],
  ["", null],
  ["1 2", null],
];

describe("reloadJson is json.dumps after json.loads", () => {
  test.each(cases)("%j", (text, expected) => {
    expect(reloadJson(text)?.json ?? null).toBe(expected);
  });
  test("integers too long for int() are refused", () => {
    expect(reloadJson("1".repeat(4300))?.json).toBe("1".repeat(4300));
    expect(reloadJson("1".repeat(4301))).toBeNull();
  });
});
