import { describe, expect, it } from "vitest";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";
import { mean } from "@/lib/stats/mean";
import { noiseSplit } from "@/lib/stats/noise-split";
import { pairedDifference } from "@/lib/stats/paired-difference";
import { passAllK } from "@/lib/stats/pass-all-k";
import { passAtK } from "@/lib/stats/pass-at-k";
import { plannedDetectableEffect } from "@/lib/stats/planned-detectable-effect";
import { seededRandom } from "@/lib/stats/seeded-random";
import { drawNormal, drawOutcomes, shareOfRuns } from "@/lib/stats/simulation";

describe("pass@k and pass^k", { timeout: 120_000 }, () => {
  it.each([
    [10, 3, 0.2],
    [5, 5, 0.1],
    [20, 10, 0.05],
  ])("of n = %d at k = %d are unbiased for a chance of %d, summed over all outcomes", (samples, k, chance) => {
    let any = 0;
    let all = 0;
    let probability = (1 - chance) ** samples;
    for (let correct = 0; correct <= samples; correct += 1) {
      any += probability * (passAtK({ samples, correct }, k) ?? Number.NaN);
      all += probability * (passAllK({ samples, correct }, k) ?? Number.NaN);
      probability *= ((samples - correct) / (correct + 1)) * (chance / (1 - chance));
    }
    expect(any).toBeCloseTo(1 - (1 - chance) ** k, 12);
    expect(all).toBeCloseTo(chance ** k, 12);
  });
});

describe("noiseSplit", { timeout: 120_000 }, () => {
  it.each([2, 3, 10])("is unbiased with %d samples per problem", (samples) => {
    const random = seededRandom(21);
    const splits = Array.from({ length: 1500 }, () =>
      // Biased estimates would be off by 0.02 and more. Chances are uniform between 0.2 and 0.8: variance 0.36/12 between problems, mean of p(1 − p) = 0.22 within.
      noiseSplit(Array.from({ length: 20 }, () => drawOutcomes(random, { samples, chance: 0.2 + 0.6 * random.nextUnit() }))),
    );
    const known = splits.filter((split) => split !== null);
    expect(Math.abs(mean(known.map(({ problemVariance }) => problemVariance)) - 0.03)).toBeLessThan(0.004);
    expect(Math.abs(mean(known.map(({ sampleVariance }) => sampleVariance)) * samples - 0.22)).toBeLessThan(0.004);
  });
});

describe("minimum detectable effects", { timeout: 120_000 }, () => {
  it("planned from a pilot are found with 80 % power", () => {
    const effect = plannedDetectableEffect({ problems: 50, spread: { standardDeviation: 1 } }) ?? 0;
    const power = shareOfRuns({ runs: 1200, seed: 22 }, (random) => {
      const arm = new Map(Array.from({ length: 50 }, (_, index) => [`p${index}`, effect + drawNormal(random)]));
      const baseline = new Map([...arm.keys()].map((problem) => [problem, 0]));
      return (pairedDifference({ arm, baseline, measure: "unbounded" }).pValue ?? 1) < 0.05;
    });
    expect(power).toBeGreaterThan(0.77);
    expect(power).toBeLessThan(0.83);
  });

  it("of a small contrast as run are about right as well: twelve problems, on average", () => {
    const random = seededRandom(23);
    const small = Array.from({ length: 500 }, () => {
      const arm = new Map(Array.from({ length: 12 }, (_, index) => [`p${index}`, 0.1 * drawNormal(random)]));
      const baseline = new Map([...arm.keys()].map((problem) => [problem, 0]));
      return contrastDetectableEffect(pairedDifference({ arm, baseline, measure: "unbounded" })) ?? Number.NaN;
    });
    const effect = mean(small);
    const power = shareOfRuns({ runs: 2000, seed: 24 }, (stream) => {
      const arm = new Map(Array.from({ length: 12 }, (_, index) => [`p${index}`, effect + 0.1 * drawNormal(stream)]));
      const baseline = new Map([...arm.keys()].map((problem) => [problem, 0]));
      return (pairedDifference({ arm, baseline, measure: "unbounded" }).pValue ?? 1) < 0.05;
    });
    expect(power).toBeGreaterThan(0.74);
    expect(power).toBeLessThan(0.86);
  });
});
