import { describe, expect, it } from "vitest";
import { mcnemarExact } from "@/lib/stats/mcnemar";
import { permutationTest } from "@/lib/stats/permutation-test";

const differences = [0.1, -0.2, 0.4, 0.3, 0.0, 0.7, -0.1, 0.25, 0.5, 0.05, 0.9, -0.3];

describe("permutationTest", () => {
  it("looks at all sign flips where they are few: scipy's exact p", () => {
    const result = permutationTest({ differences, seed: 1 });
    expect(result.pValue).toBe(0.0693359375);
    expect(result).toMatchObject({ looked: "all", flips: 2 ** 11 - 1 });
    expect(permutationTest({ differences, seed: 2 }).pValue).toBe(result.pValue);
  });

  it("draws where they are many, and comes near the exact p", () => {
    const result = permutationTest({ differences, draws: 2000, seed: 1 });
    expect(result).toMatchObject({ looked: "drawn", flips: 2000, seed: 1 });
    expect(Math.abs(result.pValue - 0.0693)).toBeLessThan(0.02);
    expect(permutationTest({ differences, draws: 2000, seed: 1 })).toEqual(result);
    expect(permutationTest({ differences, draws: 2000, seed: 2 }).pValue).not.toBe(result.pValue);
  });

  it("is McNemar's exact test for 0/1 outcomes", () => {
    const flips = { fixed: 9, broken: 2 };
    const outcomes = [...Array.from({ length: 9 }, () => 1), -1, -1, 0, 0, 0];
    expect(permutationTest({ differences: outcomes, seed: 1 }).pValue).toBeCloseTo(mcnemarExact(flips), 14);
  });

  it("can draw from more problems than a number has bits", () => {
    const many = Array.from({ length: 200 }, (_, index) => (index % 3) - 0.9);
    const result = permutationTest({ differences: many, seed: 5 });
    // z = 0.0950 / (0.8216/√200) = 1.63, for which the normal law has p = 0.10.
    expect(result.looked).toBe("drawn");
    expect(Math.abs(result.pValue - 0.1)).toBeLessThan(0.02);
  });

  it("flips whole groups", () => {
    const copies = { differences: [1, 1, 1, 1, 1, 1], groups: ["a", "a", "b", "b", "c", "c"], seed: 1 };
    expect(permutationTest(copies).pValue).toBe(0.25);
  });

  it("counts ties that rounding has pulled apart", () => {
    // All three are 0.1 up to rounding, so only all signs alike are as extreme: 2 of 8.
    expect(permutationTest({ differences: [0.3 - 0.2, 0.1, 0.7 - 0.6], seed: 1 }).pValue).toBe(0.25);
  });

  it("is never 0, and 1 where nothing differs", () => {
    expect(permutationTest({ differences: [0, 0, 0], seed: 1 })).toMatchObject({ pValue: 1, flips: 0, looked: "all" });
    expect(permutationTest({ differences: [0.4], seed: 1 }).pValue).toBe(1);
    const extreme = permutationTest({ differences: Array.from({ length: 60 }, () => 1), draws: 999, seed: 1 });
    expect(extreme.pValue).toBe(1 / 1000);
  });

  it("refuses no differences and no draws", () => {
    expect(() => permutationTest({ differences: [], seed: 1 })).toThrow(RangeError);
    expect(() => permutationTest({ differences, draws: 0, seed: 1 })).toThrow(RangeError);
    expect(() => permutationTest({ differences, seed: -1 })).toThrow(RangeError);
  });
});
