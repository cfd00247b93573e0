import { requireFamily } from "@/lib/stats/require-family";

/**
 * Benjamini and Hochberg's step-up adjustment: of the contrasts below q, on average at most the share q is false. For exploring; it
 * assumes tests that are independent or positively dependent.
 * @param pValues The raw p-values of the shown family; null for a contrast that could not be tested, which is not counted.
 * @returns Adjusted p-values in the same order, at most 1; null stays null.
 * @throws RangeError on an empty family or a value outside [0, 1].
 * @see Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57(1).
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const tests = requireFamily(pValues).toSorted((first, second) => second.pValue - first.pValue);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let lowest = 1;
  for (const [rank, { pValue, index }] of tests.entries()) {
    lowest = Math.min(lowest, (tests.length * pValue) / (tests.length - rank));
    adjusted[index] = lowest;
  }
  return adjusted;
}
