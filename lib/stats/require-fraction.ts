/**
 * Checks a probability that must lie strictly between 0 and 1, such as a confidence level or a significance level.
 * @throws RangeError on 0, 1, anything outside and NaN; 95 for "95 %" is caught here.
 */
export function requireFraction(value: number, what: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`The ${what} must lie between 0 and 1, both excluded; it is ${value}.`);
}
