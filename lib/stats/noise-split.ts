import { mean } from "@/lib/stats/mean";
import { requireValues } from "@/lib/stats/require-values";
import type { SampleOutcomes } from "@/lib/stats/sample-outcomes";
import { sampleVariance } from "@/lib/stats/sample-variance";

/** Where the error of a mean over problems comes from; variances in the squared unit of the outcomes. */
export type NoiseSplit = {
  readonly problems: number;
  /** Between problems, unbiased in the number of samples; may come out below zero by chance. */
  readonly problemVariance: number;
  /** What redrawing its samples adds to the variance of a problem's mean, averaged over problems: σ²/K. */
  readonly sampleVariance: number;
  /** Part of the squared standard error that comes from samples, 0 to 1; null where nothing varies. */
  readonly sampleShare: number | null;
  /** √((problemVariance + sampleVariance)/N), the same as sd/√N over problem means. */
  readonly standardError: number;
  readonly ifTwiceTheProblems: number;
  readonly ifTwiceTheSamples: number;
  /** What would remain with endless samples of the same problems. */
  readonly ifEndlessSamples: number;
};

/**
 * Splits the error of a mean over problems into the part from which problems were asked and the part from which samples were drawn.
 * For a contrast whose arms share their samples pairwise (chain j with chain j), give the differences of the pairs.
 * @param problems The outcomes of each problem, sample by sample; numbers of samples may differ.
 * @returns null with a single problem, and where some problem has a single sample, whose noise is then unknown.
 * @throws RangeError without problems, with a problem without samples, or on a value that is not finite.
 * @see Wang 2025, "Measuring all the noises of LLM evals" (eval-arena); Miller 2024, arXiv 2411.00640, §3.
 */
export function noiseSplit(problems: readonly (readonly number[])[]): NoiseSplit | null {
  return split(problems.map((samples) => ({ value: mean(samples), noise: noiseOfMean(samples) })));
}

/**
 * The same split from how many samples of each problem passed, for outcomes of 0 and 1: as quick for a million samples as for two.
 * @returns null with a single problem, and where some problem has a single sample.
 * @throws RangeError without problems or with a problem without samples.
 * @see noiseSplit; a sample variance of c ones among n is c(n − c)/(n(n − 1)).
 */
export function noiseSplitOfCounts(problems: readonly SampleOutcomes[]): NoiseSplit | null {
  return split(
    problems.map(({ samples, correct }) => {
      const value = correct / samples;
      return { value, noise: samples < 2 ? null : (value * (1 - value)) / (samples - 1) };
    }),
  );
}

/**
 * The same split for the difference of two arms whose samples were drawn independently of each other.
 * @param problems The outcomes of each common problem in both arms, sample by sample.
 * @returns null with a single problem, and where some problem has a single sample in one of the arms.
 * @throws RangeError without problems, with a problem without samples in an arm, or on a value that is not finite.
 * @see noiseSplit
 */
export function pairedNoiseSplit(
  problems: readonly { readonly arm: readonly number[]; readonly baseline: readonly number[] }[],
): NoiseSplit | null {
  return split(
    problems.map(({ arm, baseline }) => {
      const armNoise = noiseOfMean(arm);
      const baselineNoise = noiseOfMean(baseline);
      const noise = armNoise === null || baselineNoise === null ? null : armNoise + baselineNoise;
      return { value: mean(arm) - mean(baseline), noise };
    }),
  );
}

function noiseOfMean(samples: readonly number[]): number | null {
  const variance = sampleVariance(samples);
  return variance === null ? null : variance / samples.length;
}

function split(problems: readonly { readonly value: number; readonly noise: number | null }[]): NoiseSplit | null {
  const values = problems.map(({ value }) => value);
  requireValues(values, "problems");
  const noises = problems.flatMap(({ noise }) => (noise === null ? [] : [noise]));
  const total = sampleVariance(values);
  if (total === null || noises.length < problems.length) return null;
  const fromSamples = mean(noises);
  const fromProblems = total - fromSamples;
  const count = problems.length;
  return {
    problems: count,
    problemVariance: fromProblems,
    sampleVariance: fromSamples,
    sampleShare: total === 0 ? null : Math.min(1, fromSamples / total),
    standardError: Math.sqrt(total / count),
    ifTwiceTheProblems: Math.sqrt(total / (2 * count)),
    ifTwiceTheSamples: Math.sqrt((Math.max(0, fromProblems) + Math.min(fromSamples, total) / 2) / count),
    ifEndlessSamples: Math.sqrt(Math.max(0, fromProblems) / count),
  };
}
