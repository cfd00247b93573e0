import { describe, expect, it } from "vitest";
import { mean } from "@/lib/stats/mean";
import { sampleVariance } from "@/lib/stats/sample-variance";
import { standardError } from "@/lib/stats/standard-error";

describe("mean, sampleVariance and standardError", () => {
  it("follow the textbook on 2, 4, 4, 4, 5, 5, 7, 9", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(sampleVariance(values)).toBeCloseTo(32 / 7, 14);
    expect(standardError(values)).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
  });

  it("do not lose the variance of large numbers", () => {
    expect(sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1);
  });

  it("know no spread of a single value", () => {
    expect(mean([0.3])).toBe(0.3);
    expect(sampleVariance([0.3])).toBeNull();
    expect(standardError([0.3])).toBeNull();
  });

  it("refuse an empty sample and values that are not finite", () => {
    expect(() => mean([])).toThrow("There are no values of a mean, so nothing can be estimated.");
    expect(() => standardError([])).toThrow(RangeError);
    expect(() => sampleVariance([1, Number.NaN])).toThrow("Number 2 of the values of a mean is NaN");
  });
});
