import { requireFraction } from "@/lib/stats/require-fraction";

/**
 * The smallest number of flips, all one way, that the exact McNemar test can call significant: the smallest m with 2·0.5^m < α. A run
 * with fewer problems "cannot be significant at this N", whatever happens.
 * @param significance Two-sided, 0.05 unless given; divide by the number of contrasts for a corrected family.
 * @returns 6 at 5 %.
 * @throws RangeError on a significance outside (0, 1).
 * @see mcnemarExact
 */
export function smallestSignificantFlips(significance = 0.05): number {
  requireFraction(significance, "significance");
  let flips = 1;
  while (2 * 0.5 ** flips >= significance) flips += 1;
  return flips;
}
