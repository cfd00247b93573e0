/**
 * How far paired differences spread between problems: the standard deviation of a pilot, or, for 0/1 outcomes, the share of
 * problems assumed to flip either way.
 */
export type DifferenceSpread = { readonly standardDeviation: number } | { readonly discordantShare: number };

/**
 * The standard deviation of a paired difference under the null: √share for 0/1 outcomes of which that share flips.
 * @throws RangeError on a standard deviation that is not positive or a share outside (0, 1].
 */
export function deviationOf(spread: DifferenceSpread): number {
  if ("standardDeviation" in spread) {
    const { standardDeviation } = spread;
    if (standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY) return standardDeviation;
    throw new RangeError(`The standard deviation of the differences must be positive; it is ${standardDeviation}.`);
  }
  const { discordantShare } = spread;
  if (discordantShare > 0 && discordantShare <= 1) return Math.sqrt(discordantShare);
  throw new RangeError(`The discordant share must lie above 0 and be at most 1; it is ${discordantShare}.`);
}

/** The greatest difference that the spread allows: no difference exceeds the share of problems that flip. */
export function greatestDifference(spread: DifferenceSpread): number {
  return "discordantShare" in spread ? spread.discordantShare : Number.POSITIVE_INFINITY;
}
