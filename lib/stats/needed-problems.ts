import { type DifferenceSpread, deviationOf, greatestDifference } from "@/lib/stats/difference-spread";
import { detectionFactor } from "@/lib/stats/minimum-detectable-effect";

export type NeededInput = {
  /** The true paired difference to be found, either sign, in the unit of the spread. */
  readonly effect: number;
  readonly spread: DifferenceSpread;
  readonly significance?: number | undefined;
  readonly power?: number | undefined;
};

/**
 * How many problems a run needs to find a given true paired difference, 5 % two-sided and 80 % power unless given: `plannedDetectableEffect`
 * solved for N.
 * @returns N, rounded up; null where the effect exceeds the assumed discordant share, which is impossible.
 * @throws RangeError on an effect of zero, a spread that is not positive, or a significance or power outside (0, 1).
 * @see Miller 2024, arXiv 2411.00640, equation 9.
 */
export function neededProblems(input: NeededInput): number | null {
  const { effect, spread, significance, power } = input;
  const size = Math.abs(effect);
  if (!(size > 0 && size < Number.POSITIVE_INFINITY))
    throw new RangeError(`The effect to be found must not be zero; it is ${effect}.`);
  const exact = ((detectionFactor({ significance, power }) * deviationOf(spread)) / size) ** 2;
  return size > greatestDifference(spread) ? null : Math.ceil(exact * (1 - 1e-12));
}
