import { describe, expect, it } from "vitest";
import { betaTails } from "@/lib/stats/beta-tails";

describe("betaTails", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 3, 0.4, 0.5248],
    [80, 0.5, 0.99, 0.2054728375540081],
    [5, 200, 0.02, 0.38694032205011175],
    [1e5, 0.5, 0.99999, 0.1572986881624258],
  ])("I(%d, %d) at %d is %d", (a, b, x, expected) => {
    const tails = betaTails({ a, b }, x);
    expect(Math.abs(tails.below / expected - 1)).toBeLessThan(1e-12);
    expect(tails.below + tails.above).toBeCloseTo(1, 15);
  });

  it("ends at 0 and 1", () => {
    expect(betaTails({ a: 2, b: 5 }, 0)).toEqual({ below: 0, above: 1 });
    expect(betaTails({ a: 2, b: 5 }, 1)).toEqual({ below: 1, above: 0 });
  });

  it("refuses what is no beta distribution", () => {
    expect(() => betaTails({ a: 0, b: 1 }, 0.5)).toThrow(RangeError);
    expect(() => betaTails({ a: 1, b: 1 }, 1.5)).toThrow(RangeError);
  });
});
