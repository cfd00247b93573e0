import { requireFamily } from "@/lib/stats/require-family";

/**
 * Holm's step-down adjustment: rejecting what falls below α keeps the chance of any false positive in the family at most α, however
 * the tests depend on each other.
 * @param pValues The raw p-values of the shown family; null for a contrast that could not be tested, which is not counted.
 * @returns Adjusted p-values in the same order, at most 1; null stays null.
 * @throws RangeError on an empty family or a value outside [0, 1].
 * @see Holm 1979, Scandinavian Journal of Statistics 6(2).
 */
export function holm(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const tests = requireFamily(pValues).toSorted((first, second) => first.pValue - second.pValue);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let highest = 0;
  for (const [rank, { pValue, index }] of tests.entries()) {
    highest = Math.max(highest, Math.min(1, (tests.length - rank) * pValue));
    adjusted[index] = highest;
  }
  return adjusted;
}
