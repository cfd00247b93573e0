import { describe, expect, it } from "vitest";
import { bootstrapMean } from "@/lib/stats/bootstrap-mean";

const values = [0, 0.1, 0.1, 0.2, 0.9, 1, 0.3, 0, 0, 0.6, 0.05, 0.8, 0.0, 0.15, 0.4, 1, 0.2, 0.1, 0, 0.3];

describe("bootstrapMean", () => {
  it("gives scipy's BCa interval, not the percentile one", () => {
    // scipy 1.17, 200,000 draws: BCa 0.180 to 0.4875, percentile 0.1675 to 0.4675.
    const estimate = bootstrapMean({ values, draws: 50_000, seed: 1 });
    expect(estimate.mean).toBeCloseTo(0.31, 14);
    expect(Math.abs((estimate.interval?.low ?? 0) - 0.18)).toBeLessThan(0.004);
    expect(Math.abs((estimate.interval?.high ?? 0) - 0.4875)).toBeLessThan(0.004);
    // The ideal bootstrap error divides by N: √(Σ(x − x̄)²)/N.
    expect(Math.abs((estimate.standardError ?? 0) - 0.0768)).toBeLessThan(0.001);
  });

  it("depends on the seed and on nothing else", () => {
    expect(bootstrapMean({ values, draws: 500, seed: 3 })).toEqual(bootstrapMean({ values, draws: 500, seed: 3 }));
    expect(bootstrapMean({ values, draws: 500, seed: 3 }).interval).not.toEqual(
      bootstrapMean({ values, draws: 500, seed: 4 }).interval,
    );
    expect(bootstrapMean({ values, draws: 500, seed: 3 })).toMatchObject({ draws: 500, seed: 3, resampled: "problems" });
  });

  it("resamples whole groups: copies of problems add nothing", () => {
    const copied = values.flatMap((value) => [value, value, value]);
    const groups = values.flatMap((_, index) => [`${index}`, `${index}`, `${index}`]);
    const grouped = bootstrapMean({ values: copied, groups, draws: 2000, seed: 1 });
    const plain = bootstrapMean({ values, draws: 2000, seed: 1 });
    expect(grouped.resampled).toBe("groups");
    expect(grouped.standardError).toBeCloseTo(plain.standardError ?? 0, 12);
    expect(grouped.interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 12);
    const naive = bootstrapMean({ values: copied, draws: 2000, seed: 1 });
    expect(naive.standardError).toBeLessThan(0.7 * (grouped.standardError ?? 0));
  });

  it("knows no error of equal values, of rounding noise, of one problem and of one group", () => {
    const unknown = { standardError: null, interval: null };
    expect(bootstrapMean({ values: [1, 1, 1], seed: 1 })).toMatchObject({ mean: 1, ...unknown });
    expect(bootstrapMean({ values: [0.3 - 0.1, 0.4 - 0.2], seed: 1 })).toMatchObject(unknown);
    expect(bootstrapMean({ values: [0.4], seed: 1 })).toMatchObject({ mean: 0.4, ...unknown });
    expect(bootstrapMean({ values: [0, 1, 1], groups: ["a", "a", "a"], seed: 1 })).toMatchObject(unknown);
    expect(bootstrapMean({ values: [0, 1, 0, 1], groups: ["a", "a", "b", "b"], seed: 1 })).toMatchObject(unknown);
  });

  it("stays finite for two problems that differ", () => {
    const estimate = bootstrapMean({ values: [0, 1], draws: 1000, seed: 1 });
    expect(estimate.interval).toEqual({ low: 0, high: 1 });
  });

  it("refuses no values, few draws and levels like 95", () => {
    expect(() => bootstrapMean({ values: [], seed: 1 })).toThrow(RangeError);
    expect(() => bootstrapMean({ values, draws: 10, seed: 1 })).toThrow(RangeError);
    expect(() => bootstrapMean({ values, level: 95, seed: 1 })).toThrow(RangeError);
  });
});
