import { elementAt } from "@/lib/stats/element-at";
import type { Interval } from "@/lib/stats/interval";
import { mean } from "@/lib/stats/mean";
import { normalCdf } from "@/lib/stats/normal-cdf";
import { normalQuantile } from "@/lib/stats/normal-quantile";
import { requireFraction } from "@/lib/stats/require-fraction";
import { requireValues } from "@/lib/stats/require-values";

export type BootstrapDraws = {
  readonly estimate: number;
  /** The estimate recomputed on each resample. */
  readonly draws: readonly number[];
  /** The estimate recomputed without each unit in turn. */
  readonly jackknife: readonly number[];
};

/**
 * Bias-corrected and accelerated bootstrap interval from draws made elsewhere. Draws equal to the estimate count half on either side.
 * @param level Such as 0.95.
 * @returns null where the draws do not vary or all lie on one side of the estimate, so that the correction is undefined.
 * @throws RangeError on empty draws or jackknife, a value that is not finite, or a level outside (0, 1).
 * @see Efron 1987, "Better Bootstrap Confidence Intervals", JASA 82(397); Efron and Tibshirani 1993, §14.3.
 */
export function bcaInterval(bootstrap: BootstrapDraws, level: number): Interval | null {
  const { estimate, jackknife } = bootstrap;
  requireValues(bootstrap.draws, "bootstrap draws");
  requireFraction(level, "level");
  const draws = bootstrap.draws.toSorted((first, second) => first - second);
  const share = shareBelow(draws, estimate);
  if (elementAt(draws, 0) === elementAt(draws, draws.length - 1) || share <= 0 || share >= 1) return null;
  const bias = normalQuantile(share);
  const acceleration = accelerationOf(jackknife);
  const limit = (probability: number) => {
    const shifted = bias + normalQuantile(probability);
    const stretch = 1 - acceleration * shifted;
    return stretch <= 0 ? null : quantile(draws, normalCdf(bias + shifted / stretch));
  };
  const low = limit((1 - level) / 2);
  const high = limit((1 + level) / 2);
  return low === null || high === null ? null : { low, high };
}

/** The share of draws below the estimate, ties counting half; draws equal but for rounding are ties. */
function shareBelow(sorted: readonly number[], estimate: number): number {
  const tolerance = 1e-12 * Math.max(1, Math.abs(estimate));
  let halves = 0;
  for (const draw of sorted) {
    if (draw < estimate - tolerance) halves += 2;
    else if (draw <= estimate + tolerance) halves += 1;
  }
  return halves / (2 * sorted.length);
}

function accelerationOf(jackknife: readonly number[]): number {
  const centre = mean(jackknife);
  let cubes = 0;
  let squares = 0;
  for (const value of jackknife) {
    cubes += (centre - value) ** 3;
    squares += (centre - value) ** 2;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** Linear between order statistics, Hyndman and Fan's type 7. */
function quantile(sorted: readonly number[], probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = Math.floor(position);
  const low = elementAt(sorted, below);
  const high = elementAt(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (position - below) * (high - low);
}
