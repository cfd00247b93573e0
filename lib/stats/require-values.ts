/**
 * Checks a sample before anything is computed from it: at least one value, all of them finite.
 * @param what How the values are called in the error, in the plural ("differences").
 * @throws RangeError on an empty sample and on NaN or an infinity.
 */
export function requireValues(values: readonly number[], what: string): void {
  if (values.length === 0) throw new RangeError(`There are no ${what}, so nothing can be estimated.`);
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) throw new RangeError(`Number ${index + 1} of the ${what} is ${values[index]}, not a finite number.`);
}
