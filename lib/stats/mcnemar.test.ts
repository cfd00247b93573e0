import { describe, expect, it } from "vitest";
import { mcnemarExact, mcnemarMidP } from "@/lib/stats/mcnemar";

describe("mcnemarExact", () => {
  // Python's standard library; the large ones from scipy 1.17, binomtest.
  it.each([
    [12, 4, 0.076812744140625],
    [30, 14, 0.022628841205914796],
    [0, 6, 0.03125],
    [8, 8, 1],
    [0, 0, 1],
    [1, 0, 1],
    [480, 520, 0.2174482932041415],
    [1200, 1300, 0.047681865221043444],
    [50400, 49600, 0.01151492549022902],
  ])("of %d fixed and %d broken is %d", (fixed, broken, expected) => {
    expect(mcnemarExact({ fixed, broken })).toBeCloseTo(expected, 11);
    expect(mcnemarExact({ fixed: broken, broken: fixed })).toBe(mcnemarExact({ fixed, broken }));
  });

  it("is continuous where the method for large counts begins", () => {
    expect(mcnemarExact({ fixed: 471, broken: 530 }) / mcnemarExact({ fixed: 470, broken: 530 })).toBeCloseTo(1.09, 1);
  });

  it("stays positive for the most one-sided result", () => {
    expect(mcnemarExact({ fixed: 900, broken: 0 })).toBeCloseTo(2 * 0.5 ** 900, 300);
    expect(mcnemarExact({ fixed: 900, broken: 0 })).toBeGreaterThan(0);
  });

  it("refuses counts that are not whole", () => {
    expect(() => mcnemarExact({ fixed: 1.5, broken: 0 })).toThrow(RangeError);
    expect(() => mcnemarExact({ fixed: -1, broken: 0 })).toThrow(RangeError);
  });
});

describe("mcnemarMidP", () => {
  // The exact p less the probability of the split that was seen (scipy 1.17); 1 − half of it where the split is even.
  it.each([
    [12, 4, 0.04904174804687501],
    [30, 14, 0.016094360031274853],
    [0, 6, 0.015625],
    [1, 1, 0.75],
    [0, 0, 1],
    [1, 0, 0.5],
  ])("of %d fixed and %d broken is %d", (fixed, broken, expected) => {
    expect(mcnemarMidP({ fixed, broken })).toBeCloseTo(expected, 14);
  });

  it("never exceeds the exact test", () => {
    for (let fixed = 0; fixed < 12; fixed += 1) {
      for (let broken = 0; broken < 12; broken += 1) {
        expect(mcnemarMidP({ fixed, broken })).toBeLessThanOrEqual(mcnemarExact({ fixed, broken }));
      }
    }
  });
});
