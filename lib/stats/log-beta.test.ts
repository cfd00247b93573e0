import { describe, expect, it } from "vitest";
import { logBeta } from "@/lib/stats/log-beta";

describe("logBeta", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0.5, 0.5, 1.1447298858494],
    [2, 3, -2.484906649788],
    [0.5, 80, -1.61708588458429],
    [0.5, 5e7, -8.29140183627151],
    [300, 500, -530.9482011382281],
    [11.5, 13, -16.91127955394014],
  ])("at %d and %d is %d", (a, b, expected) => {
    expect(Math.abs(logBeta(a, b) / expected - 1)).toBeLessThan(1e-14);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });

  it("refuses parameters that are not positive", () => {
    expect(() => logBeta(0, 1)).toThrow(RangeError);
    expect(() => logBeta(20, -1)).toThrow(RangeError);
  });
});
