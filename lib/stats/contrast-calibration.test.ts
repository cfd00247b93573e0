import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import { estimateMean } from "@/lib/stats/estimate-mean";
import { holm } from "@/lib/stats/holm";
import { logGamma } from "@/lib/stats/log-gamma";
import { mcnemarExact, mcnemarMidP } from "@/lib/stats/mcnemar";
import { mean } from "@/lib/stats/mean";
import { pairedDifference } from "@/lib/stats/paired-difference";
import { permutationTest } from "@/lib/stats/permutation-test";
import type { Random } from "@/lib/stats/seeded-random";
import { drawChance, drawNormal, drawOutcomes, shareOfRuns } from "@/lib/stats/simulation";
import { tiedGroup } from "@/lib/stats/tied-group";

const SIGNIFICANCE = 0.05;
const problemIds = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

function expectFivePercent(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.03);
  expect(share).toBeLessThanOrEqual(0.07);
}

/** Two arms with the same chance on every problem but different numbers of samples. */
function equalArms(
  random: Random,
  plan: { readonly problems: number; readonly armSamples: number; readonly baselineSamples: number },
) {
  const arm = new Map<string, number>();
  const baseline = new Map<string, number>();
  for (const problem of problemIds(plan.problems)) {
    const chance = drawChance(random);
    arm.set(problem, mean(drawOutcomes(random, { samples: plan.armSamples, chance })));
    baseline.set(problem, mean(drawOutcomes(random, { samples: plan.baselineSamples, chance })));
  }
  return { arm, baseline };
}

const rejects = (pValue: number | null) => pValue !== null && pValue < SIGNIFICANCE;

describe("false positives of the paired test", { timeout: 120_000 }, () => {
  it.each([
    [26, 1, 1],
    [26, 10, 10],
    [164, 10, 1],
    [164, 1, 1],
  ])("with %d problems, %d samples against %d", (problems, armSamples, baselineSamples) => {
    const plan = { runs: problems > 100 ? 600 : 1200, seed: 11 };
    const contrasts = { t: 0, decided: 0 };
    shareOfRuns(plan, (random) => {
      const contrast = pairedDifference(equalArms(random, { problems, armSamples, baselineSamples }));
      if (rejects(contrast.tPValue)) contrasts.t += 1;
      if (rejects(contrast.pValue)) contrasts.decided += 1;
      return true;
    });
    expectFivePercent(contrasts.t / plan.runs);
    // McNemar's exact test decides on single samples and stays below its level.
    if (armSamples + baselineSamples === 2) expect(contrasts.decided).toBeLessThan(contrasts.t);
    else expect(contrasts.decided).toBe(contrasts.t);
  });

  it("with problems missing from either arm", () => {
    const share = shareOfRuns({ runs: 800, seed: 12 }, (random) => {
      const { arm, baseline } = equalArms(random, { problems: 80, armSamples: 5, baselineSamples: 5 });
      for (const problem of problemIds(80)) {
        if (random.nextUnit() < 0.2) arm.delete(problem);
        if (random.nextUnit() < 0.1) baseline.delete(problem);
      }
      return rejects(pairedDifference({ arm, baseline }).pValue);
    });
    expectFivePercent(share);
  });

  it("with groups of unequal size whose problems share their difference, where the ordinary test fails", () => {
    const sizes = [1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 2, 3, 1];
    const groupOf = new Map(
      sizes.flatMap((size, group) => Array.from({ length: size }, (_, index) => [`p${group}-${index}`, `g${group}`])),
    );
    const runs = (given: ReadonlyMap<string, string> | undefined) =>
      shareOfRuns({ runs: 1000, seed: 13 }, (random) => {
        const shifts = sizes.map(() => drawNormal(random));
        const baseline = new Map([...groupOf.keys()].map((problem) => [problem, 0]));
        const arm = new Map(
          [...groupOf].map(([problem, group]) => [problem, (shifts[Number(group.slice(1))] ?? 0) + drawNormal(random)]),
        );
        return rejects(pairedDifference({ arm, baseline, groupOf: given, measure: "unbounded" }).pValue);
      });
    expectFivePercent(runs(groupOf));
    expect(runs(undefined)).toBeGreaterThan(0.12);
  });
});

describe("the paired interval and test on 0/1 outcomes, summed over all outcomes", { timeout: 120_000 }, () => {
  /** How often the interval holds the truth and excludes zero, exactly. */
  function exactly(problems: number, { fixed, broken }: { readonly fixed: number; readonly broken: number }) {
    let covered = 0;
    let rejected = 0;
    for (let plus = 0; plus <= problems; plus += 1) {
      for (let minus = 0; plus + minus <= problems; minus += 1) {
        const probability = trinomial([plus, minus, problems - plus - minus], [fixed, broken, 1 - fixed - broken]);
        if (probability < 1e-9) continue;
        const values = Array.from({ length: problems }, (_, index) => (index < plus ? 1 : index < plus + minus ? -1 : 0));
        const { interval } = estimateMean({ values, range: { low: -1, high: 1 } });
        if (interval === null) continue;
        if (interval.low <= fixed - broken && fixed - broken <= interval.high) covered += probability;
        if (interval.low > 0 || interval.high < 0) rejected += probability;
      }
    }
    return { covered, rejected };
  }

  function trinomial(counts: readonly number[], chances: readonly number[]): number {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const terms = counts.map((count, index) => (count === 0 ? 0 : count * Math.log(chances[index] ?? 0)) - logGamma(count + 1));
    return Math.exp(logGamma(total + 1) + terms.reduce((sum, term) => sum + term, 0));
  }

  it.each([
    [26, 0.1, 0.1],
    [26, 0.2, 0.2],
    [26, 0.2, 0.1],
    [26, 0.2, 0.05],
    [60, 0.05, 0.05],
    [60, 0.2, 0.1],
    [60, 0.1, 0.02],
    [60, 0.1, 0],
  ])("cover 93 to 97 %% with %d problems, %d fixed and %d broken", (problems, fixed, broken) => {
    const { covered, rejected } = exactly(problems, { fixed, broken });
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.97);
    if (fixed === broken) expectFivePercent(rejected);
  });

  it.each([
    [26, 0.02, 0.02],
    [26, 0.05, 0.05],
    [26, 0.1, 0],
    [26, 0.01, 0],
  ])("are wider than they need be where hardly any of %d problems flips (%d fixed, %d broken)", (problems, fixed, broken) => {
    const { covered, rejected } = exactly(problems, { fixed, broken });
    expect(covered).toBeGreaterThan(0.97);
    if (fixed === broken) expect(rejected).toBeLessThan(0.03);
  });

  it("cover 91 % in the worst case of 26 problems, five of which flip one way", () => {
    expect(exactly(26, { fixed: 0.2, broken: 0 }).covered).toBeCloseTo(0.908, 2);
  });
});

describe("false positives of the tests on flips and signs", { timeout: 120_000 }, () => {
  it("stay at 5 % for McNemar's mid-p and below it for the exact test", () => {
    const flips = (random: Random) => {
      const outcomes = drawOutcomes(random, { samples: 20 + random.nextInt(40), chance: 0.5 });
      const fixed = outcomes.filter((outcome) => outcome === 1).length;
      return { fixed, broken: outcomes.length - fixed };
    };
    expectFivePercent(shareOfRuns({ runs: 4000, seed: 15 }, (random) => rejects(mcnemarMidP(flips(random)))));
    expect(shareOfRuns({ runs: 4000, seed: 15 }, (random) => rejects(mcnemarExact(flips(random))))).toBeLessThanOrEqual(0.05);
  });

  it("stay at 5 % for sign flips of heavy-tailed differences of unequal spread", () => {
    const share = shareOfRuns({ runs: 1000, seed: 16 }, (random) => {
      const differences = Array.from({ length: 30 }, (_, index) => (1 + index) * drawNormal(random) ** 3);
      return rejects(permutationTest({ differences, draws: 399, seed: random.nextInt(2 ** 32) }).pValue);
    });
    expectFivePercent(share);
  });

  it("stay at 5 % for sign flips of unequal groups", () => {
    const sizes = Array.from({ length: 20 }, (_, index) => 1 + (index % 6));
    const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => `g${group}`));
    const share = shareOfRuns({ runs: 1000, seed: 17 }, (random) => {
      const differences = sizes.flatMap((size) => {
        const shared = drawNormal(random);
        return Array.from({ length: size }, () => shared + drawNormal(random));
      });
      return rejects(permutationTest({ differences, groups, draws: 399, seed: random.nextInt(2 ** 32) }).pValue);
    });
    expectFivePercent(share);
  });
});

describe("families of contrasts", { timeout: 120_000 }, () => {
  const family = (random: Random, effects: readonly number[]) => {
    const control = Array.from({ length: 40 }, () => drawNormal(random));
    const baseline = new Map(control.map((value, index) => [`p${index}`, value]));
    return effects.map((effect) => {
      const arm = new Map(control.map((_, index) => [`p${index}`, effect + drawNormal(random)]));
      return pairedDifference({ arm, baseline, measure: "unbounded" }).pValue;
    });
  };
  const noEffects = [0, 0, 0, 0, 0, 0];

  it("sharing one baseline: Holm finds anything at all in at most 5 % of families without effects; raw p does so often", () => {
    const any = (pValues: readonly (number | null)[]) => pValues.some(rejects);
    expect(shareOfRuns({ runs: 600, seed: 18 }, (random) => any(holm(family(random, noEffects))))).toBeLessThanOrEqual(0.06);
    expect(shareOfRuns({ runs: 600, seed: 18 }, (random) => any(family(random, noEffects)))).toBeGreaterThan(0.12);
  });

  it("Benjamini-Hochberg keeps the average share of false findings below 5 %, and finds more than Holm", () => {
    const effects = [0.8, 0.8, 0.7, 0, 0, 0];
    const shares: number[] = [];
    const found = { holm: 0, hochberg: 0 };
    shareOfRuns({ runs: 500, seed: 19 }, (random) => {
      const raw = family(random, effects);
      const chosen = benjaminiHochberg(raw).map(rejects);
      const wrong = chosen.filter((isFound, index) => isFound && effects[index] === 0).length;
      const total = chosen.filter(Boolean).length;
      shares.push(total === 0 ? 0 : wrong / total);
      found.hochberg += total;
      found.holm += holm(raw).filter(rejects).length;
      return true;
    });
    expect(mean(shares)).toBeLessThanOrEqual(0.05);
    expect(found.hochberg).toBeGreaterThan(found.holm);
  });

  it("separates an arm from equally good ones in at most 5 % of rankings, where comparing with the best alone does so more often", () => {
    const arms = (random: Random) =>
      new Map(
        ["a", "b", "c", "d", "e", "f"].map((name) => [
          name,
          new Map(problemIds(60).map((problem) => [problem, mean(drawOutcomes(random, { samples: 2, chance: 0.5 }))])),
        ]),
      );
    const separated = shareOfRuns({ runs: 300, seed: 20 }, (random) =>
      tiedGroup({ arms: arms(random) }).arms.some(({ tied }) => !tied),
    );
    const withBestAlone = shareOfRuns({ runs: 300, seed: 20 }, (random) => {
      const ranked = [...arms(random).values()].toSorted(
        (first, second) => mean([...second.values()]) - mean([...first.values()]),
      );
      const [best, ...others] = ranked;
      if (best === undefined) return false;
      return holm(others.map((arm) => pairedDifference({ arm, baseline: best }).pValue)).some(rejects);
    });
    expect(separated).toBeLessThanOrEqual(0.06);
    expect(withBestAlone).toBeGreaterThan(0.08);
  });
});
