import { logBeta } from "@/lib/stats/log-beta";
import { requireFraction } from "@/lib/stats/require-fraction";
import { studentTCdf } from "@/lib/stats/student-t-cdf";

// Bisection alone would get there in this many steps.
const MAX_STEPS = 1100;

/**
 * The t below which a Student t variable falls with the given probability, found by Newton's method on the distribution function, kept inside a
 * bracket that each step narrows.
 * @param probability Strictly between 0 and 1.
 * @param degreesOfFreedom Positive; need not be whole.
 * @returns t; where the tail is so heavy that it exceeds the largest number, an infinity.
 * @throws RangeError on a probability outside (0, 1) and on degrees of freedom that are not positive.
 * @see studentTCdf
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  requireFraction(probability, "probability of a t quantile");
  if (probability === 0.5) return 0;
  // 1 − p is exact for p ≥ 1/2, and the lower tail is the precise one.
  if (probability > 0.5) return -lowerQuantile(1 - probability, degreesOfFreedom);
  return lowerQuantile(probability, degreesOfFreedom);
}

function lowerQuantile(probability: number, degreesOfFreedom: number): number {
  let low = -1;
  let high = 0;
  while (studentTCdf(low, degreesOfFreedom) > probability) {
    high = low;
    low *= 2;
    if (!Number.isFinite(low)) return low;
  }
  const logScale = -logBeta(degreesOfFreedom / 2, 0.5) - 0.5 * Math.log(degreesOfFreedom);
  let t = (low + high) / 2;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const excess = studentTCdf(t, degreesOfFreedom) - probability;
    if (excess > 0) high = t;
    else low = t;
    const density = Math.exp(logScale - 0.5 * (degreesOfFreedom + 1) * Math.log1p((t * t) / degreesOfFreedom));
    const newton = t - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= 4e-16 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}
