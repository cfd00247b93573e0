/** Two limits of a confidence interval, in the unit of the estimate, `low` ≤ `high`. */
export type Interval = { readonly low: number; readonly high: number };

/** The interval used everywhere unless a caller asks for another one. */
export const DEFAULT_LEVEL = 0.95;

/** The part of an interval that lies inside the values that the quantity can take. */
export function clipInterval(interval: Interval, range: Interval): Interval {
  return { low: Math.max(interval.low, range.low), high: Math.min(interval.high, range.high) };
}
