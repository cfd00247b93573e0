import { requireValues } from "@/lib/stats/require-values";

/**
 * Whether all values are the same but for rounding: 0.3 − 0.1 and 0.4 − 0.2 differ in their last bit, and a variance made of
 * such bits would give an interval of no width.
 * @throws RangeError on an empty sample or a value that is not finite.
 */
export function isConstant(values: readonly number[]): boolean {
  requireValues(values, "values");
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low <= 1e-12 * Math.max(1, Math.abs(low), Math.abs(high));
}
