import { normalQuantile } from "@/lib/stats/normal-quantile";
import { requireFraction } from "@/lib/stats/require-fraction";
import { studentTQuantile } from "@/lib/stats/student-t-quantile";

export type DetectionInput = {
  /** Of the paired difference, in its unit. */
  readonly standardError: number;
  /** Those of the standard error, where it was estimated; left out, it is taken as known. */
  readonly degreesOfFreedom?: number | undefined;
  /** Two-sided, 0.05 unless given; divide by the number of contrasts for a corrected family. */
  readonly significance?: number | undefined;
  readonly power?: number | undefined;
};

/**
 * The smallest true difference that a two-sided test would find with the given power: (z₁₋α⁄₂ + z_power) · SE, with Student's t in
 * place of z where degrees of freedom are given.
 * @returns In the unit of the standard error; may exceed what is possible, which means that no effect can be found.
 * @throws RangeError on a standard error that is not positive, or a significance or power outside (0, 1).
 * @see Miller 2024, arXiv 2411.00640, equation 9; Bloom 1995 (t in place of z).
 */
export function minimumDetectableEffect(input: DetectionInput): number {
  const { standardError, degreesOfFreedom, significance, power } = input;
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A detectable effect needs a positive standard error; it is ${standardError}.`);
  }
  return detectionFactor({ degreesOfFreedom, significance, power }) * standardError;
}

/** How many standard errors away from zero a true difference must be: 2.80 at 5 % and 80 %. */
export function detectionFactor(input: Omit<DetectionInput, "standardError">): number {
  const { degreesOfFreedom, significance = 0.05, power = 0.8 } = input;
  requireFraction(significance, "significance");
  requireFraction(power, "power");
  const quantile = (probability: number) =>
    degreesOfFreedom === undefined ? normalQuantile(probability) : studentTQuantile(probability, degreesOfFreedom);
  return quantile(1 - significance / 2) + quantile(power);
}
