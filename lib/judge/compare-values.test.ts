import { describe, expect, test } from "vitest";
import { exactComparison } from "@/lib/formats/benchmarks/make-problem";
import { isRight } from "./compare-values";
import { parseDataValue } from "./data-value";
import { reprDataValue } from "./repr-data-value";

function right(
  actual: unknown,
  expected: unknown,
  change: Partial<typeof exactComparison> = {},
  firstArgument: unknown = null,
): boolean {
  return isRight({
    actual: parseDataValue(actual),
    expected: parseDataValue(expected),
    comparison: { ...exactComparison, ...change },
    tolerance: null,
    firstArgument: parseDataValue(firstArgument),
  });
}

describe("Python's == between values", () => {
  test.each<[boolean, unknown, unknown]>([
    [true, 1, 1],
    [true, 1, true],
    [true, 1, { f: "1.0" }],
    [false, 1, "1"],
    [false, null, false],
    [false, 0, null],
    [true, { i: "0x400000000000000000" }, { i: "0x400000000000000000" }],
    [false, 9007199254740991, { f: "9007199254740992.0" }],
    [false, { f: "nan" }, { f: "nan" }],
    [true, { f: "inf" }, { f: "inf" }],
    [true, { f: "-0.0" }, 0],
    [false, { f: "0.30000000000000004" }, { f: "0.3" }],
    [true, [1, [2]], [1, [2]]],
    [false, [1], { t: [1] }],
    [false, [1], [1, 2]],
    [true, { s: [1, 2] }, { s: [2, 1] }],
    [true, { s: [1] }, { z: [true] }],
    [false, { s: [1] }, { s: ["1"] }],
    [false, { s: [1, 2] }, [1, 2]],
    [true, { d: ["a", 1, "b", 2] }, { d: ["b", 2, "a", 1] }],
    [true, { d: [1, "x"] }, { d: [{ f: "1.0" }, "x"] }],
    [false, { d: ["a", 1] }, { d: ["a", 2] }],
    [false, { d: ["a", 1] }, { d: ["b", 1] }],
    [true, { d: [{ t: [1, 2] }, []] }, { d: [{ t: [1, 2] }, []] }],
    [true, { b: "00ff" }, { y: "00ff" }],
    [false, { b: "61" }, "a"],
    [true, { c: ["1.0", "0.0"] }, 1],
    [true, { e: 0 }, { e: 0 }],
    [false, { x: "A" }, { x: "A" }],
    [false, [{ x: "A" }], [3]],
    [false, { n: [1] }, { n: [1] }],
  ])("%s: %j and %j", (equal, actual, expected) => expect(right(actual, expected)).toBe(equal));
});

describe("looser rules", () => {
  const tolerance = { absolute: 1e-6, relative: 0 };
  test("a tolerance is for numbers, wherever they stand", () => {
    expect(right([{ f: "0.30000000000000004" }], [{ f: "0.3" }], { tolerance })).toBe(true);
    expect(right({ f: "0.301" }, { f: "0.3" }, { tolerance })).toBe(false);
    expect(right({ f: "nan" }, { f: "0.3" }, { tolerance })).toBe(false);
    expect(right("0.3", { f: "0.3" }, { tolerance })).toBe(false);
  });
  test("floats alone may have a tolerance of their own", () => {
    expect(right({ f: "0.30000000000000004" }, { f: "0.3" }, { floatTolerance: tolerance })).toBe(true);
    expect(right([1, { f: "0.30000000000000004" }], [1, { f: "0.3" }], { floatTolerance: tolerance })).toBe(false);
  });
  test("tuples for lists", () => expect(right({ t: [1] }, [1], { tupleIsList: true })).toBe(true));
  test("as sets", () => {
    expect(right([1, 2, 2], { t: [2, 1] }, { rule: "set-equal" })).toBe(true);
    expect(right([1, 3], [2, 1], { rule: "set-equal" })).toBe(false);
    expect(right(5, [5], { rule: "set-equal" })).toBe(false);
  });
  test("whether something was answered", () => {
    expect(right("x", true, { rule: "not-none" })).toBe(true);
    expect(right(null, true, { rule: "not-none" })).toBe(false);
    expect(right(null, false, { rule: "not-none" })).toBe(true);
    expect(right(false, true, { rule: "not-none" })).toBe(false);
  });
  test("zero besides the expected", () => {
    expect(right(0, 7, { rule: "equal-or-zero" })).toBe(true);
    expect(right(null, 7, { rule: "equal-or-zero" })).toBe(false);
  });
  test("a root of the polynomial", () => {
    const rule = { rule: "polynomial-root", tolerance: { absolute: 1e-4, relative: 0 } } as const;
    expect(right({ f: "-0.5" }, { f: "0.0" }, rule, [1, 2])).toBe(true);
    expect(right({ f: "0.5" }, { f: "0.5" }, rule, [1, 2])).toBe(false);
    expect(right({ x: "A" }, { f: "0.5" }, rule, [1, 2])).toBe(false);
    // One of EvalPlus' own inputs: only a sum from the constant upwards rounds to 0, Horner's scheme to 0.005.
    const large = [9450000, 9, -7, 3, 2, 6, 1, -4, -10, 6, 17, -1];
    expect(right({ f: "17.3124550475086" }, { f: "17.3124550475086" }, rule, large)).toBe(true);
  });
});

describe("values from the jail", () => {
  test.each([[{ q: 1 }], [{ i: "12" }], [{ f: "1,5" }], [1.5], [{}], [{ t: 1 }], [{ d: [1] }], [{ s: [], z: [] }]])(
    "%j is none",
    (json) => {
      expect(() => parseDataValue(json)).toThrow();
    },
  );
  test("nesting has an end", () => {
    let json: unknown = [];
    for (let depth = 0; depth < 5_000; depth += 1) json = [json];
    expect(() => parseDataValue(json)).toThrow("nested");
  });
  test.each<[unknown, string]>([
    [{ t: [1] }, "(1,)"],
    [{ d: ["a", { s: [] }] }, "{'a': set()}"],
    [[{ f: "nan" }, { f: "2.0" }], "[float('nan'), 2.0]"],
    [{ r: [0, 3, 1] }, "range(0, 3, 1)"],
  ])("%j is %s in Python", (json, text) => expect(reprDataValue(parseDataValue(json))).toBe(text));
});
