const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** From here on Stirling's series with six terms is exact to rounding. */
export const STIRLING_FROM = 12;

/**
 * Natural logarithm of the gamma function.
 * @param x A positive number.
 * @throws RangeError on zero, a negative number and NaN.
 * @see Abramowitz and Stegun 6.1.41 (Stirling's series), after shifting x above 12.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The gamma function is needed for positive numbers only; it was asked for ${x}.`);
  let shift = 0;
  let shifted = x;
  if (shifted < STIRLING_FROM) {
    let product = 1;
    for (; shifted < STIRLING_FROM; shifted += 1) product *= shifted;
    shift = Math.log(product);
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRest(shifted) - shift;
}

/** What Stirling's leading terms leave over: log Γ(x) − ((x − ½) log x − x + ½ log 2π), for x from `STIRLING_FROM`. */
export function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  const series =
    1 / 12 + square * (-1 / 360 + square * (1 / 1260 + square * (-1 / 1680 + square * (1 / 1188 + square * (-691 / 360360)))));
  return series / x;
}
