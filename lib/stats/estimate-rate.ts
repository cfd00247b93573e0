import { estimateMean, type MeanEstimate, type MeanInput } from "@/lib/stats/estimate-mean";
import { sumByGroup } from "@/lib/stats/sum-by-group";
import { wilsonInterval } from "@/lib/stats/wilson-interval";

const RATE_RANGE = { low: 0, high: 1 } as const;

/**
 * A rate over problems with its interval: Wilson's where every problem's value is 0 or 1, Student's t otherwise, clustered t where
 * problems share groups. Where all problems pass or all fail in groups, Wilson's with the groups as trials.
 * @param input Values are per-problem rates in [0, 1] (0/1 outcomes, or pass@k of the problem's samples).
 * @throws RangeError on an empty sample, values outside [0, 1], lengths that differ, or a level outside (0, 1).
 * @see wilsonInterval, estimateMean
 */
export function estimateRate(input: Omit<MeanInput, "range">): MeanEstimate {
  const estimate = estimateMean({ ...input, range: RATE_RANGE });
  if (!input.values.every((value) => value === 0 || value === 1)) return estimate;
  const passed = input.values.filter((value) => value === 1).length;
  if (input.groups === undefined) {
    const outcomes = { successes: passed, trials: input.values.length };
    return { ...estimate, interval: wilsonInterval(outcomes, estimate.level), method: "wilson" };
  }
  if (passed > 0 && passed < input.values.length) return estimate;
  const trials = sumByGroup(input.values, input.groups).length;
  const outcomes = { successes: passed === 0 ? 0 : trials, trials };
  return { ...estimate, interval: wilsonInterval(outcomes, estimate.level), method: "wilson-groups" };
}
