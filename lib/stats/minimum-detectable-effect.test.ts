import { describe, expect, it } from "vitest";
import { detectionFactor, minimumDetectableEffect } from "@/lib/stats/minimum-detectable-effect";

describe("minimumDetectableEffect", () => {
  it("is 2.80 standard errors at 5 % and 80 %", () => {
    expect(minimumDetectableEffect({ standardError: 0.1 })).toBeCloseTo(0.1 * (1.959963984540054 + 0.8416212335729143), 14);
  });

  it("is more where the standard error itself was estimated from few problems", () => {
    // t quantiles with 9 degrees of freedom: 2.2621571627982 and 0.8834038588.
    expect(detectionFactor({ degreesOfFreedom: 9 })).toBeCloseTo(2.262157162798205 + 0.883403858898532, 8);
    expect(detectionFactor({ degreesOfFreedom: 1e6 })).toBeCloseTo(detectionFactor({}), 4);
  });

  it("refuses a standard error that says nothing", () => {
    expect(() => minimumDetectableEffect({ standardError: 0 })).toThrow(RangeError);
    expect(() => minimumDetectableEffect({ standardError: Number.NaN })).toThrow(RangeError);
    expect(() => minimumDetectableEffect({ standardError: 1, power: 80 })).toThrow(RangeError);
  });
});
