import { requireValues } from "@/lib/stats/require-values";

/**
 * Arithmetic mean.
 * @param values Any unit; at least one.
 * @throws RangeError on an empty sample or a value that is not finite.
 */
export function mean(values: readonly number[]): number {
  requireValues(values, "values of a mean");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
