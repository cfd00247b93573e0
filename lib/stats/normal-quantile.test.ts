import { describe, expect, it } from "vitest";
import { normalCdf } from "@/lib/stats/normal-cdf";
import { normalQuantile } from "@/lib/stats/normal-quantile";

describe("normalQuantile", () => {
  // From mpmath 1.3 at 30 digits.
  it.each([
    [0.975, 1.9599639845400538],
    [0.8, 0.8416212335729144],
    [0.9, 1.2815515655446006],
    [0.995, 2.5758293035489004],
    [0.3, -0.5244005127080408],
    [0.08, -1.4050715603096327],
    [1e-10, -6.361340902404057],
    [1e-300, -37.0470962993612],
  ])("at %d is %d", (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) / expected - 1)).toBeLessThan(2e-15);
  });

  it("undoes normalCdf over the whole range", () => {
    for (const z of [-8, -4, -2.2, -1.1, -0.3, 0, 0.7, 1.9, 3.1]) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 11);
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])("refuses %d", (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});
