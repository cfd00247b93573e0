import { sampleVariance } from "@/lib/stats/sample-variance";

/**
 * Standard error of a mean over independent problems: sd/√N with Bessel's correction.
 * @param values One value per problem; average the samples of a problem first.
 * @returns In the unit of the values; null for a single problem.
 * @throws RangeError on an empty sample or a value that is not finite.
 * @see Miller 2024, "Adding Error Bars to Evals", arXiv 2411.00640, §2.1.
 */
export function standardError(values: readonly number[]): number | null {
  const variance = sampleVariance(values);
  return variance === null ? null : Math.sqrt(variance / values.length);
}
