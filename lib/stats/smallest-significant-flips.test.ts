import { describe, expect, it } from "vitest";
import { mcnemarExact } from "@/lib/stats/mcnemar";
import { smallestSignificantFlips } from "@/lib/stats/smallest-significant-flips";

describe("smallestSignificantFlips", () => {
  it.each([
    [0.05, 6],
    [0.01, 8],
    [0.05 / 12, 9],
    [0.5, 3],
    [0.03125, 7],
  ])("at %d is %d", (significance, flips) => {
    expect(smallestSignificantFlips(significance)).toBe(flips);
    expect(mcnemarExact({ fixed: flips, broken: 0 })).toBeLessThan(significance);
    expect(mcnemarExact({ fixed: flips - 1, broken: 0 })).toBeGreaterThanOrEqual(significance);
  });

  it("refuses 5 for 5 %", () => {
    expect(() => smallestSignificantFlips(5)).toThrow(RangeError);
  });
});
