import { requireFraction } from "@/lib/stats/require-fraction";
import { studentTCdf } from "@/lib/stats/student-t-cdf";

/**
 * The t below which a Student t variable falls with the given probability, found by bisection on the distribution function.
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
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentTCdf(middle, degreesOfFreedom) > probability) high = middle;
    else low = middle;
  }
}
