import { describe, expect, it } from "vitest";
import { studentTCdf } from "@/lib/stats/student-t-cdf";

describe("studentTCdf", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0, 5, 0.5],
    [1, 1, 0.75],
    [-2, 3, 0.0696629842794216],
    [2.5, 9.5, 0.9837074711051979],
    [-12.706204736432095, 1, 0.02499999999949565],
    [-40, 4, 1.1670081613006343e-6],
    [1.96, 1000, 0.9748634075221256],
    [-0.001, 7, 0.4996150086224994],
    [-0.4, 0.5, 0.399556243019837],
  ])("at %d with %d degrees of freedom is %d", (t, degreesOfFreedom, expected) => {
    expect(Math.abs(studentTCdf(t, degreesOfFreedom) / expected - 1)).toBeLessThan(1e-12);
  });

  it("keeps eight digits at a hundred million degrees of freedom", () => {
    expect(Math.abs(studentTCdf(-3, 1e6) / 0.0013499312707108985 - 1)).toBeLessThan(1e-10);
    expect(Math.abs(studentTCdf(-2, 1e8) / 0.022750133297953376 - 1)).toBeLessThan(1e-8);
  });

  it("ends at 0 and 1", () => {
    expect([studentTCdf(Number.NEGATIVE_INFINITY, 3), studentTCdf(Number.POSITIVE_INFINITY, 3)]).toEqual([0, 1]);
    expect(studentTCdf(-1e200, 3)).toBe(0);
  });

  it("refuses NaN and degrees of freedom that are not positive", () => {
    expect(() => studentTCdf(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentTCdf(1, 0)).toThrow(RangeError);
  });
});
