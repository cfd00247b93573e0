import { describe, expect, it } from "vitest";
import { studentTQuantile } from "@/lib/stats/student-t-quantile";

describe("studentTQuantile", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 4, 2.7764451051977934],
    [0.975, 9, 2.262157162798205],
    [0.975, 25, 2.0595385527532972],
    [0.975, 163, 1.974624620966361],
    [0.995, 3, 5.840909309733355],
    [0.8, 7.3, 0.8936713571802272],
    [1e-6, 5, -24.771029720515944],
    [0.51, 3, 0.027211467049118022],
    [0.9995, 0.7, 9790.117523122977],
  ])("at %d with %d degrees of freedom is %d", (probability, degreesOfFreedom, expected) => {
    expect(Math.abs(studentTQuantile(probability, degreesOfFreedom) / expected - 1)).toBeLessThan(1e-12);
  });

  it("approaches the normal quantile", () => {
    expect(studentTQuantile(0.975, 1e6)).toBeCloseTo(1.9599663568141066, 9);
    expect(studentTQuantile(0.5, 4)).toBe(0);
  });

  it.each([0, 1, 95])("refuses the probability %d", (probability) => {
    expect(() => studentTQuantile(probability, 3)).toThrow(RangeError);
  });
});
