import { bcaInterval } from "@/lib/stats/bca-interval";
import { elementAt } from "@/lib/stats/element-at";
import { DEFAULT_LEVEL, type Interval } from "@/lib/stats/interval";
import { isConstant } from "@/lib/stats/is-constant";
import { mean } from "@/lib/stats/mean";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";
import { sampleVariance } from "@/lib/stats/sample-variance";
import { seededRandom } from "@/lib/stats/seeded-random";
import { type GroupSum, sumByGroup } from "@/lib/stats/sum-by-group";

export type BootstrapInput = {
  /** One value per problem: a rate, or a paired difference. */
  readonly values: readonly number[];
  /** The group of each problem; whole groups are resampled. */
  readonly groups?: readonly string[] | undefined;
  readonly level?: number | undefined;
  readonly draws?: number | undefined;
  readonly seed: number;
};

/** In the unit of the values. Unknown is null. */
export type BootstrapEstimate = {
  readonly mean: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly resampled: "problems" | "groups" | "samples" | "problems and samples";
  readonly draws: number;
  readonly seed: number;
};

/**
 * Bootstrap of a mean over problems: resamples problems (or whole groups) with replacement; BCa interval.
 *
 * This alone already carries the noise of the samples within a problem, because each value is itself a mean over samples.
 * @returns Error and interval are null with fewer than two units or where all values are equal.
 * @throws RangeError on an empty sample, a value that is not finite, lengths that differ, fewer than 100 draws, or a level outside (0, 1).
 * @see Efron 1987 (BCa); Davison and Hinkley 1997, §3.8 (which levels to resample); bcaInterval.
 */
export function bootstrapMean(input: BootstrapInput): BootstrapEstimate {
  const { values, groups, level = DEFAULT_LEVEL, draws = 10_000, seed } = input;
  requireFraction(level, "level");
  requireCount(draws, "draws", 100);
  const random = seededRandom(seed);
  const estimate = mean(values);
  const units = groups === undefined ? values.map((sum) => ({ sum, count: 1 })) : sumByGroup(values, groups);
  const resampled = groups === undefined ? "problems" : "groups";
  const result = { mean: estimate, standardError: null, interval: null, resampled, draws, seed } as const;
  if (units.length < 2 || isConstant(units.map(({ sum, count }) => sum / count))) return result;
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    let count = 0;
    for (let pick = 0; pick < units.length; pick += 1) {
      const unit = elementAt(units, random.nextInt(units.length));
      sum += unit.sum;
      count += unit.count;
    }
    return sum / count;
  });
  const interval = bcaInterval({ estimate, draws: means, jackknife: leaveOneOut(units) }, level);
  return { ...result, standardError: Math.sqrt(sampleVariance(means) ?? 0), interval };
}

function leaveOneOut(units: readonly GroupSum[]): readonly number[] {
  const sum = units.reduce((total, unit) => total + unit.sum, 0);
  const count = units.reduce((total, unit) => total + unit.count, 0);
  return units.map((unit) => (sum - unit.sum) / (count - unit.count));
}
