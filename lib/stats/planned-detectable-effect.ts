import { type DifferenceSpread, deviationOf, greatestDifference } from "@/lib/stats/difference-spread";
import { minimumDetectableEffect } from "@/lib/stats/minimum-detectable-effect";
import { requireCount } from "@/lib/stats/require-count";

export type PlanInput = {
  /** N, the problems that both arms will have. */
  readonly problems: number;
  readonly spread: DifferenceSpread;
  readonly significance?: number | undefined;
  readonly power?: number | undefined;
};

/**
 * The smallest true paired difference that a planned run of N problems would find, 5 % two-sided and 80 % power unless given.
 * @returns In the unit of the spread (0.098 is 9.8 points); null where the assumed discordant share is itself smaller, so that no
 *   difference it allows can be found.
 * @throws RangeError without a problem, on a spread that is not positive, or a significance or power outside (0, 1).
 * @see Miller 2024, arXiv 2411.00640, equation 9.
 */
export function plannedDetectableEffect(input: PlanInput): number | null {
  const { problems, spread, significance, power } = input;
  requireCount(problems, "problems", 1);
  const standardError = deviationOf(spread) / Math.sqrt(problems);
  const effect = minimumDetectableEffect({ standardError, significance, power });
  return effect > greatestDifference(spread) ? null : effect;
}
