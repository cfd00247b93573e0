import { clipInterval, type Interval } from "@/lib/stats/interval";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";

/**
 * Interval of a mean when every one of N values was the same, so that their spread cannot be estimated. Values other than the one
 * seen have at most probability u = 1 − (1 − level)^(1/N), or all N would hardly have missed them; the mean is worked out with that
 * share at either end of the possible range. Conservative.
 * @param sample The value seen, and how many independent times it was seen.
 * @param range The least and the greatest value possible.
 * @param level Such as 0.95.
 * @returns Limits inside the range.
 * @throws RangeError on a count below 1, a value outside the range, or a level outside (0, 1).
 * @see Hanley and Lippman-Hand 1983, "If nothing goes wrong, is everything all right?", JAMA 249(13).
 */
export function constantSampleInterval(
  sample: { readonly value: number; readonly count: number },
  range: Interval,
  level: number,
): Interval {
  requireCount(sample.count, "values", 1);
  requireFraction(level, "level");
  if (!(sample.value >= range.low && sample.value <= range.high)) {
    throw new RangeError(`The value ${sample.value} lies outside its range, ${range.low} to ${range.high}.`);
  }
  const unseen = -Math.expm1(Math.log1p(-level) / sample.count);
  const interval = {
    low: sample.value + unseen * (range.low - sample.value),
    high: sample.value + unseen * (range.high - sample.value),
  };
  return clipInterval(interval, range);
}
