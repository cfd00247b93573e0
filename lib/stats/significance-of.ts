/**
 * The significance that belongs to a level: 0.05 for 0.95. 1 − 0.95 is a little more than 0.05 in binary, enough to call p = 0.05 significant.
 * @param level Between 0 and 1, as of an interval.
 */
export function significanceOf(level: number): number {
  return Number((1 - level).toFixed(12));
}
