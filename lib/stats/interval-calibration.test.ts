import { describe, expect, it } from "vitest";
import { bootstrapMean } from "@/lib/stats/bootstrap-mean";
import { bootstrapSamples } from "@/lib/stats/bootstrap-samples";
import { constantSampleInterval } from "@/lib/stats/constant-sample-interval";
import { estimateMean } from "@/lib/stats/estimate-mean";
import { estimateRate } from "@/lib/stats/estimate-rate";
import type { Interval } from "@/lib/stats/interval";
import { mean } from "@/lib/stats/mean";
import { drawChance, drawNormal, drawOutcomes, MEAN_CHANCE, shareOfRuns } from "@/lib/stats/simulation";
import { wilsonInterval } from "@/lib/stats/wilson-interval";

const covers = (interval: Interval | null, truth: number) => interval !== null && interval.low <= truth && truth <= interval.high;

function expectCalibrated(coverage: number): void {
  expect(coverage).toBeGreaterThanOrEqual(0.93);
  expect(coverage).toBeLessThanOrEqual(0.97);
}

describe("Wilson's interval", { timeout: 120_000 }, () => {
  /** Exact coverage: the probability of all counts whose interval holds the truth. */
  function coverageAt(trials: number, rate: number): number {
    let probability = (1 - rate) ** trials;
    let covered = 0;
    for (let successes = 0; successes <= trials; successes += 1) {
      if (covers(wilsonInterval({ successes, trials }), rate)) covered += probability;
      probability *= ((trials - successes) / (successes + 1)) * (rate / (1 - rate));
    }
    return covered;
  }

  it.each([10, 26, 164])("covers 95 %% on average over all rates with %d problems, and nowhere far less", (trials) => {
    const coverages = Array.from({ length: 181 }, (_, index) => coverageAt(trials, 0.05 + index * 0.005));
    expectCalibrated(mean(coverages));
    expect(Math.min(...coverages)).toBeGreaterThan(0.88);
  });
});

describe("estimateRate", { timeout: 120_000 }, () => {
  it.each([
    [26, 1],
    [26, 10],
    [164, 5],
  ])("covers the truth for %d problems with %d samples each", (problems, samples) => {
    const coverage = shareOfRuns({ runs: problems > 100 ? 600 : 1500, seed: 1 }, (random) => {
      const values = Array.from({ length: problems }, () => mean(drawOutcomes(random, { samples, chance: drawChance(random) })));
      return covers(estimateRate({ values }).interval, MEAN_CHANCE);
    });
    expectCalibrated(coverage);
  });

  it("would cover far too rarely if samples were taken for problems, so the check can fail", () => {
    const coverage = shareOfRuns({ runs: 500, seed: 2 }, (random) => {
      const values = Array.from({ length: 26 }, () => drawOutcomes(random, { samples: 10, chance: drawChance(random) })).flat();
      return covers(estimateRate({ values }).interval, MEAN_CHANCE);
    });
    expect(coverage).toBeLessThan(0.75);
  });
});

describe("clustered intervals", { timeout: 120_000 }, () => {
  const EQUAL = Array.from({ length: 10 }, () => 4);
  const UNEQUAL = [1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20];
  const MANY_UNEQUAL = Array.from({ length: 30 }, (_, index) => 1 + ((index * index) % 17));

  function grouped(sizes: readonly number[], correlation: number) {
    const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => `g${group}`));
    const coverageOf = (groupsGiven: readonly string[] | undefined) =>
      shareOfRuns({ runs: 1000, seed: 3 }, (random) => {
        const values = sizes.flatMap((size) => {
          const shared = Math.sqrt(correlation) * drawNormal(random);
          return Array.from({ length: size }, () => 0.3 + shared + Math.sqrt(1 - correlation) * drawNormal(random));
        });
        return covers(estimateMean({ values, groups: groupsGiven }).interval, 0.3);
      });
    return { clustered: coverageOf(groups), naive: coverageOf(undefined) };
  }

  it.each([
    ["ten equal groups", EQUAL, 0],
    ["ten equal groups", EQUAL, 0.5],
    ["twelve groups of 1 to 20", UNEQUAL, 0],
    ["twelve groups of 1 to 20", UNEQUAL, 0.3],
    ["thirty groups of 1 to 17", MANY_UNEQUAL, 0.5],
  ])("cover the truth for %s (%j) at correlation %d", (_, sizes, correlation) => {
    expectCalibrated(grouped(sizes, correlation).clustered);
  });

  it("are needed: the ordinary interval covers far too rarely", () => {
    expect(grouped(UNEQUAL, 0.3).naive).toBeLessThan(0.85);
  });
});

describe("bootstrap intervals", { timeout: 120_000 }, () => {
  it("of skewed values over forty problems cover the truth", () => {
    const coverage = shareOfRuns({ runs: 800, seed: 4 }, (random) => {
      // Squares of uniform numbers: mean 1/3, skewed to the right.
      const values = Array.from({ length: 40 }, () => random.nextUnit() ** 2);
      return covers(bootstrapMean({ values, draws: 250, seed: random.nextInt(2 ** 32) }).interval, 1 / 3);
    });
    expectCalibrated(coverage);
  });

  it("over forty unequal groups cover the truth", () => {
    const sizes = Array.from({ length: 40 }, (_, index) => 1 + (index % 5));
    const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => `g${group}`));
    const coverage = shareOfRuns({ runs: 800, seed: 5 }, (random) => {
      const values = sizes.flatMap((size) => {
        const shared = drawNormal(random);
        return Array.from({ length: size }, () => shared + drawNormal(random));
      });
      return covers(bootstrapMean({ values, groups, draws: 250, seed: random.nextInt(2 ** 32) }).interval, 0);
    });
    expectCalibrated(coverage);
  });

  it("of samples alone cover the truth of the same problems; of problems and samples they cover too often, as documented", () => {
    const chances = Array.from({ length: 10 }, (_, index) => 0.1 + (0.8 * index) / 9);
    const fixed = shareOfRuns({ runs: 500, seed: 6 }, (random) => {
      const problems = chances.map((chance) => ({ arm: drawOutcomes(random, { samples: 15, chance }) }));
      return covers(bootstrapSamples({ problems, resample: "samples", draws: 200, seed: random.nextInt(2 ** 32) }).interval, 0.5);
    });
    const both = shareOfRuns({ runs: 500, seed: 7 }, (random) => {
      const problems = chances.map(() => ({ arm: drawOutcomes(random, { samples: 2, chance: 0.5 }) }));
      const interval = bootstrapSamples({
        problems,
        resample: "problems and samples",
        draws: 250,
        seed: random.nextInt(2 ** 32),
      });
      return covers(interval.interval, 0.5);
    });
    expectCalibrated(fixed);
    expect(both).toBeGreaterThan(0.97);
  });
});

it("constant samples: the mean they hide is covered at least as often as the level says", () => {
  for (const rate of [0.7, 0.9, 0.99]) {
    for (const count of [2, 10, 50]) {
      const low = constantSampleInterval({ value: 1, count }, { low: 0, high: 1 }, 0.95).low;
      // All passing while the truth lies below the limit must be rarer than 5 %.
      if (low > rate) expect(rate ** count).toBeLessThanOrEqual(0.05);
      else expect(rate ** count).toBeGreaterThanOrEqual(0.05);
    }
  }
});
