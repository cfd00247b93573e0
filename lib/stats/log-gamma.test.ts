import { describe, expect, it } from "vitest";
import { logGamma } from "@/lib/stats/log-gamma";

describe("logGamma", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0.5, 0.5723649429247001],
    [0.1, 2.252712651734206],
    [3.7, 1.428072326665388],
    [12, 17.502307845873887],
    [100.5, 361.4355404677776],
    [1e6, 12815504.569147611],
    [1e-8, 18.42068073818021],
  ])("at %d is %d", (x, expected) => {
    expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(2e-14);
  });

  it("is zero at 1 and 2", () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(2)).toBeCloseTo(0, 13);
  });

  it.each([0, -1, Number.NaN])("refuses %d", (x) => {
    expect(() => logGamma(x)).toThrow(RangeError);
  });
});
