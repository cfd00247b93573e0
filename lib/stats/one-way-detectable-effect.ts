import { betaTails } from "@/lib/stats/beta-tails";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";
import { smallestSignificantFlips } from "@/lib/stats/smallest-significant-flips";

export type OneWayInput = {
  /** N, the problems that both arms have. */
  readonly problems: number;
  readonly significance?: number | undefined;
  readonly power?: number | undefined;
};

/**
 * The smallest true difference of two rates that the exact McNemar test finds in the best case, where every flip goes the same way:
 * the share π at which N problems show enough flips with the given power. No real contrast does better, so it bounds what could
 * have been seen when the spread of the differences is unknown (no problem flipped).
 * @returns A rate from 0 to 1 (0.29 is 29 points); null where N problems are fewer than the smallest significant number of flips.
 * @throws RangeError without a problem, or a significance or power outside (0, 1).
 * @see mcnemarExact; the binomial tail as a beta tail, Abramowitz and Stegun 26.5.24.
 */
export function oneWayDetectableEffect(input: OneWayInput): number | null {
  const { problems, significance = 0.05, power = 0.8 } = input;
  requireCount(problems, "problems", 1);
  requireFraction(power, "power");
  const flips = smallestSignificantFlips(significance);
  if (problems < flips) return null;
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (betaTails({ a: flips, b: problems - flips + 1 }, middle).below >= power) high = middle;
    else low = middle;
  }
}
