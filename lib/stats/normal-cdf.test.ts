import { describe, expect, it } from "vitest";
import { normalCdf } from "@/lib/stats/normal-cdf";

describe("normalCdf", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025000000000000012],
    [3, 0.9986501019683699],
    [7.5, 0.9999999999999681],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160525e-24],
    [-20, 2.7536241186062337e-89],
    [-37, 5.725571222524577e-300],
  ])("at %d is %d", (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(1e-13);
  });

  it("is continuous where the method changes", () => {
    expect(normalCdf(-3.0000000001) / normalCdf(-3)).toBeCloseTo(1, 8);
  });

  it("ends at 0 and 1", () => {
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1]);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
  });
});
