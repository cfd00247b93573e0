/**
 * The element at a position that the caller knows to exist.
 * @throws RangeError where it does not, so that a slip never enters a sum as NaN.
 */
export function elementAt<Element>(values: readonly Element[], index: number): Element {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no element ${index} among ${values.length}.`);
  return value;
}
