import { normalQuantile } from "@/lib/stats/normal-quantile";
import { type Random, seededRandom } from "@/lib/stats/seeded-random";

/**
 * The share of simulated runs in which something holds; for tests of estimators against a known truth.
 * @param runs How many; with 2,000 a share of 95 % has a standard error of half a point.
 * @param holds One run, drawing all it needs from the given stream.
 */
export function shareOfRuns(plan: { readonly runs: number; readonly seed: number }, holds: (random: Random) => boolean): number {
  const random = seededRandom(plan.seed);
  let count = 0;
  for (let run = 0; run < plan.runs; run += 1) if (holds(random)) count += 1;
  return count / plan.runs;
}

/** A standard normal number. */
export function drawNormal(random: Random): number {
  return normalQuantile(random.nextUnit() || 2 ** -54);
}

/** Outcomes of samples that pass with the given probability. */
export function drawOutcomes(random: Random, sampling: { readonly samples: number; readonly chance: number }): readonly number[] {
  return Array.from({ length: sampling.samples }, () => (random.nextUnit() < sampling.chance ? 1 : 0));
}

/** The mean of `drawChance`. */
export const MEAN_CHANCE = 0.4 * 0.9 + 0.3 * 0.1 + 0.3 * 0.5;

/** A problem's chance to be solved, spread as in benchmarks: most problems are nearly always or nearly never solved. */
export function drawChance(random: Random): number {
  const kind = random.nextUnit();
  if (kind < 0.4) return 0.9;
  return kind < 0.7 ? 0.1 : 0.25 + random.nextUnit() / 2;
}
