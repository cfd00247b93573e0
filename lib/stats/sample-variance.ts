import { mean } from "@/lib/stats/mean";

/**
 * Variance of a sample with Bessel's correction (divided by N − 1), in two passes.
 * @param values Any unit; the result has its square.
 * @returns null for a single value, which says nothing of its spread.
 * @throws RangeError on an empty sample or a value that is not finite.
 */
export function sampleVariance(values: readonly number[]): number | null {
  const centre = mean(values);
  if (values.length < 2) return null;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
