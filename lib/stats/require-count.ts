/**
 * Checks a number of things: whole, not above 2^53, and at least `least`.
 * @throws RangeError otherwise.
 */
export function requireCount(value: number, what: string, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`The number of ${what} must be a whole number of at least ${least}; it is ${value}.`);
  }
}
