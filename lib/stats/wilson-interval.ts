import { DEFAULT_LEVEL, type Interval } from "@/lib/stats/interval";
import { normalQuantile } from "@/lib/stats/normal-quantile";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";

/**
 * Wilson's score interval of one rate, from independent 0/1 outcomes; no continuity correction.
 * @param outcomes Successes out of trials, whole numbers; a trial is a problem, not a sample.
 * @param level Such as 0.95.
 * @returns Limits in [0, 1], which never have zero width.
 * @throws RangeError without a trial, with more successes than trials, or a level outside (0, 1).
 * @see Wilson 1927; Brown, Cai and DasGupta 2001, Statistical Science 16(2).
 */
export function wilsonInterval(
  outcomes: { readonly successes: number; readonly trials: number },
  level: number = DEFAULT_LEVEL,
): Interval {
  const { successes, trials } = outcomes;
  requireCount(trials, "trials", 1);
  requireCount(successes, "successes");
  requireFraction(level, "level");
  if (successes > trials) throw new RangeError(`There are ${successes} successes in only ${trials} trials.`);
  const z = normalQuantile(0.5 + level / 2);
  const failures = trials - successes;
  const halfWidth = z * Math.sqrt((successes * failures) / trials + (z * z) / 4);
  const centre = successes + (z * z) / 2;
  const scale = trials + z * z;
  return {
    low: successes === 0 ? 0 : (centre - halfWidth) / scale,
    high: failures === 0 ? 1 : (centre + halfWidth) / scale,
  };
}
