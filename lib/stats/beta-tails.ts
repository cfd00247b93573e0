import { logBeta } from "@/lib/stats/log-beta";

const SMALLEST = 1e-300;
const MAX_STEPS = 100_000;

/** Probabilities on both sides of a point; each is computed directly, so that a tiny one is not lost in a subtraction from 1. */
export type Tails = { readonly below: number; readonly above: number };

/**
 * The two tails of a beta variable at x: the regularized incomplete beta function I_x(a, b) and its complement.
 * @param shape The two positive parameters a and b.
 * @param x From 0 to 1.
 * @returns Two probabilities that add up to 1.
 * @throws RangeError on parameters out of range and where the continued fraction does not settle.
 * @see DLMF 8.17.22 (continued fraction), evaluated by Lentz's method.
 */
export function betaTails(shape: { readonly a: number; readonly b: number }, x: number): Tails {
  const { a, b } = shape;
  if (!(a > 0 && b > 0)) throw new RangeError(`The beta distribution needs positive parameters; they are ${a} and ${b}.`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`The beta distribution lives between 0 and 1; it was asked for ${x}.`);
  if (x === 0 || x === 1) return { below: x, above: 1 - x };
  const front = Math.exp(-logBeta(a, b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on one side of the mean only; the other side follows by symmetry.
  if (x < (a + 1) / (a + b + 2)) {
    const below = front / (a * continuedFraction(shape, x));
    return { below, above: 1 - below };
  }
  const above = front / (b * continuedFraction({ a: b, b: a }, 1 - x));
  return { below: 1 - above, above };
}

function continuedFraction(shape: { readonly a: number; readonly b: number }, x: number): number {
  let value = 1;
  let upper = 1;
  let lower = 0;
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    const numerator = partialNumerator(shape, x, step);
    lower = 1 / awayFromZero(1 + numerator * lower);
    upper = awayFromZero(1 + numerator / upper);
    value *= upper * lower;
    if (Math.abs(upper * lower - 1) < 3e-16) return value;
  }
  throw new RangeError(`The beta distribution with parameters ${shape.a} and ${shape.b} did not settle at ${x}.`);
}

function partialNumerator({ a, b }: { readonly a: number; readonly b: number }, x: number, step: number): number {
  const half = Math.floor(step / 2);
  if (step % 2 === 0) return (half * (b - half) * x) / ((a + step - 1) * (a + step));
  return (-(a + half) * (a + b + half) * x) / ((a + step - 1) * (a + step));
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
