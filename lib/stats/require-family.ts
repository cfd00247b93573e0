/** A p-value and its place in the family. */
export type FamilyTest = { readonly pValue: number; readonly index: number };

/**
 * The tests of a family that have a p-value, with their places.
 * @throws RangeError on an empty family or a value outside [0, 1].
 */
export function requireFamily(pValues: readonly (number | null)[]): readonly FamilyTest[] {
  if (pValues.length === 0) throw new RangeError("There are no p-values to adjust.");
  return pValues.flatMap((pValue, index) => {
    if (pValue === null) return [];
    if (!(pValue >= 0 && pValue <= 1)) throw new RangeError(`Number ${index + 1} of the p-values is ${pValue}, outside 0 to 1.`);
    return [{ pValue, index }];
  });
}
