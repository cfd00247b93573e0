import { bcaInterval } from "@/lib/stats/bca-interval";
import type { BootstrapEstimate } from "@/lib/stats/bootstrap-mean";
import { elementAt } from "@/lib/stats/element-at";
import { DEFAULT_LEVEL } from "@/lib/stats/interval";
import { isConstant } from "@/lib/stats/is-constant";
import { mean } from "@/lib/stats/mean";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";
import { sampleVariance } from "@/lib/stats/sample-variance";
import { type Random, seededRandom } from "@/lib/stats/seeded-random";

/** The outcomes of one problem, sample by sample; without a baseline the estimate is the mean, with one the difference. */
export type ProblemSamples = { readonly arm: readonly number[]; readonly baseline?: readonly number[] | undefined };

export type BootstrapSamplesInput = {
  readonly problems: readonly ProblemSamples[];
  /** "samples": these problems, other samples. "problems and samples": other problems and other samples; see the warning below. */
  readonly resample: "samples" | "problems and samples";
  readonly level?: number | undefined;
  readonly draws?: number | undefined;
  readonly seed: number;
};

/**
 * Bootstrap of a mean (or a difference of two independent arms) over problems that resamples the samples within each problem.
 *
 * "samples" answers for the same problems only: it leaves out that problems differ. With K samples it underestimates the variance by
 * (K − 1)/K. "problems and samples" counts the noise within problems nearly twice and is wider than its level says; `bootstrapMean`
 * over per-problem values is the calibrated choice for other problems of the same kind.
 * @returns Error and interval are null where nothing varies, with "samples" also where a problem has a single sample of an arm,
 *   with "problems and samples" also for a single problem.
 * @throws RangeError without problems or samples, a value that is not finite, fewer than 100 draws, or a level outside (0, 1).
 * @see Davison and Hinkley 1997, "Bootstrap Methods and their Application", §3.8; bootstrapMean
 */
export function bootstrapSamples(input: BootstrapSamplesInput): BootstrapEstimate {
  const { problems, resample, level = DEFAULT_LEVEL, draws = 10_000, seed } = input;
  requireFraction(level, "level");
  requireCount(draws, "draws", 100);
  const random = seededRandom(seed);
  const values = problems.map(differenceOf);
  const estimate = mean(values);
  const result = { mean: estimate, standardError: null, interval: null, resampled: resample, draws, seed } as const;
  if (isUnknown(problems, resample)) return result;
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let position = 0; position < problems.length; position += 1) {
      const pick = resample === "samples" ? position : random.nextInt(problems.length);
      sum += redraw(elementAt(problems, pick), random);
    }
    return sum / problems.length;
  });
  if (isConstant(means)) return result;
  const interval = bcaInterval({ estimate, draws: means, jackknife: leaveOneOut(problems, resample) }, level);
  return { ...result, standardError: Math.sqrt(sampleVariance(means) ?? 0), interval };
}

function isUnknown(problems: readonly ProblemSamples[], resample: BootstrapSamplesInput["resample"]): boolean {
  if (resample === "problems and samples") return problems.length < 2;
  return problems.some(({ arm, baseline }) => arm.length < 2 || (baseline !== undefined && baseline.length < 2));
}

function differenceOf({ arm, baseline }: ProblemSamples): number {
  return mean(arm) - (baseline === undefined ? 0 : mean(baseline));
}

function redraw({ arm, baseline }: ProblemSamples, random: Random): number {
  return redrawnMean(arm, random) - (baseline === undefined ? 0 : redrawnMean(baseline, random));
}

function redrawnMean(samples: readonly number[], random: Random): number {
  let sum = 0;
  for (let pick = 0; pick < samples.length; pick += 1) sum += elementAt(samples, random.nextInt(samples.length));
  return sum / samples.length;
}

/**
 * The estimate without each problem, or without each sample where only samples are redrawn: the units must be those that vary.
 * Only the skewness of the result enters the interval.
 */
function leaveOneOut(problems: readonly ProblemSamples[], resample: BootstrapSamplesInput["resample"]): readonly number[] {
  const total = problems.reduce((sum, problem) => sum + differenceOf(problem), 0);
  if (resample === "problems and samples")
    return problems.map((problem) => (total - differenceOf(problem)) / (problems.length - 1));
  return problems.flatMap(({ arm, baseline = [] }) => [
    ...influences(arm).map((influence) => (total - influence) / problems.length),
    ...influences(baseline).map((influence) => (total + influence) / problems.length),
  ]);
}

/** How much the mean of the samples falls when each is left out. */
function influences(samples: readonly number[]): readonly number[] {
  if (samples.length === 0) return [];
  const centre = mean(samples);
  return samples.map((sample) => (sample - centre) / (samples.length - 1));
}
