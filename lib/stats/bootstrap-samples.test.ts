import { describe, expect, it } from "vitest";
import { bootstrapSamples } from "@/lib/stats/bootstrap-samples";

const problems = [
  { arm: [1, 1, 0, 1, 1], baseline: [0, 1, 0, 0, 0] },
  { arm: [0, 0, 0, 1, 0], baseline: [0, 0, 0, 0, 0] },
  { arm: [1, 1, 1, 1, 1], baseline: [1, 1, 0, 1, 1] },
  { arm: [1, 0, 1, 0, 1], baseline: [1, 0, 1, 1, 1] },
];

describe("bootstrapSamples", () => {
  it("redraws only samples: the error is that of the binomial noise within these problems", () => {
    const estimate = bootstrapSamples({ problems, resample: "samples", draws: 20_000, seed: 1 });
    // Σ p(1 − p)/5 over all eight cells, over N²; plug-in, so without Bessel.
    const cells = [0.8, 0.2, 0.2, 0, 1, 0.8, 0.6, 0.8];
    const expected = Math.sqrt(cells.reduce((sum, p) => sum + (p * (1 - p)) / 5, 0)) / 4;
    expect(estimate.mean).toBeCloseTo(0.2, 14);
    expect(Math.abs((estimate.standardError ?? 0) / expected - 1)).toBeLessThan(0.03);
    expect(estimate.interval?.low).toBeLessThan(0.2);
    expect(estimate.interval?.high).toBeGreaterThan(0.2);
  });

  it("adds the noise of the problems when it redraws both", () => {
    const samples = bootstrapSamples({ problems, resample: "samples", draws: 2000, seed: 1 });
    const both = bootstrapSamples({ problems, resample: "problems and samples", draws: 2000, seed: 1 });
    expect(both.standardError).toBeGreaterThan(samples.standardError ?? 1);
    expect(both.resampled).toBe("problems and samples");
  });

  it("leans the other way when the skewed samples are those of the baseline", () => {
    const skewed = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.5, 4];
    const level = skewed.map(() => 0);
    const plan = { resample: "samples", draws: 20_000, seed: 3 } as const;
    const inArm = bootstrapSamples({ ...plan, problems: [0, 1, 2].map(() => ({ arm: skewed, baseline: level })) });
    const inBaseline = bootstrapSamples({ ...plan, problems: [0, 1, 2].map(() => ({ arm: level, baseline: skewed })) });
    expect(Math.abs((inArm.interval?.low ?? 0) + (inBaseline.interval?.high ?? 0))).toBeLessThan(0.02);
    expect(Math.abs((inArm.interval?.high ?? 0) + (inBaseline.interval?.low ?? 0))).toBeLessThan(0.04);
  });

  it("works for one arm and repeats itself for one seed", () => {
    const alone = problems.map(({ arm }) => ({ arm }));
    const input = { problems: alone, resample: "samples", draws: 500, seed: 9 } as const;
    expect(bootstrapSamples(input).mean).toBeCloseTo(0.65, 14);
    expect(bootstrapSamples(input)).toEqual(bootstrapSamples(input));
  });

  it("knows no noise of single samples, of a single problem, or where nothing varies", () => {
    const single = [{ arm: [1] }, { arm: [0] }];
    expect(bootstrapSamples({ problems: single, resample: "samples", seed: 1 })).toMatchObject({ mean: 0.5, interval: null });
    expect(bootstrapSamples({ problems: [{ arm: [0, 1] }], resample: "problems and samples", seed: 1 }).interval).toBeNull();
    const steady = [{ arm: [1, 1] }, { arm: [0, 0] }];
    expect(bootstrapSamples({ problems: steady, resample: "samples", seed: 1 })).toMatchObject({
      standardError: null,
      interval: null,
    });
  });

  it("refuses nothing to draw from", () => {
    expect(() => bootstrapSamples({ problems: [], resample: "samples", seed: 1 })).toThrow(RangeError);
    expect(() => bootstrapSamples({ problems: [{ arm: [] }], resample: "samples", seed: 1 })).toThrow(RangeError);
  });
});
