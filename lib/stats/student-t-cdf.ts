import { betaTails } from "@/lib/stats/beta-tails";
import { normalCdf } from "@/lib/stats/normal-cdf";

// Beyond this the two distributions differ by less than the rounding of the series for t.
const NORMAL_FROM = 1e8;

/**
 * Probability that a Student t variable is at most t.
 * @param degreesOfFreedom Positive; need not be whole (Satterthwaite).
 * @returns A number from 0 to 1; the lower tail keeps its relative precision.
 * @throws RangeError on NaN and on degrees of freedom that are not positive.
 * @see Abramowitz and Stegun 26.7.1 and 26.5.27.
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t)) throw new RangeError("Student's t distribution has no value at NaN.");
  if (!(degreesOfFreedom > 0)) throw new RangeError(`Degrees of freedom must be positive; they are ${degreesOfFreedom}.`);
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  if (degreesOfFreedom > NORMAL_FROM) return normalCdf(t);
  const tail = outside(t, degreesOfFreedom) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** Probability of a value further from zero than t, on both sides. */
function outside(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  if (!Number.isFinite(square)) return 0;
  // Whichever of the two complementary arguments is the smaller one is free of cancellation.
  if (square < degreesOfFreedom) {
    return betaTails({ a: 0.5, b: degreesOfFreedom / 2 }, square / (degreesOfFreedom + square)).above;
  }
  return betaTails({ a: degreesOfFreedom / 2, b: 0.5 }, degreesOfFreedom / (degreesOfFreedom + square)).below;
}
