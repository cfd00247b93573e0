const TAIL_FROM = 3;
const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Probability that a standard normal variable is at most z.
 * @returns A number from 0 to 1; the lower tail keeps its relative precision down to about z = −37.
 * @throws RangeError on NaN.
 * @see Marsaglia 2004, "Evaluating the Normal Distribution" (series); Abramowitz and Stegun 26.2.14 (continued fraction).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("The normal distribution has no value at NaN.");
  if (z > TAIL_FROM) return 1 - lowerTail(z);
  if (z < -TAIL_FROM) return lowerTail(-z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
}

function lowerTail(distance: number): number {
  if (distance > 40) return 0;
  let fraction = distance;
  for (let step = 200; step >= 1; step -= 1) fraction = distance + step / fraction;
  return density(distance) / fraction;
}
