/**
 * Best of n for one problem, an oracle: whether any of its samples passes the tests that decide. An upper bound on what selection can
 * reach, not a result of it; always to be labelled "oracle".
 * @param verdicts Whether each sample passes; null where that is unknown.
 * @returns 1 or 0; null where none is known to pass but some are unknown.
 * @throws RangeError without samples.
 */
export function bestOfN(verdicts: readonly (boolean | null)[]): 0 | 1 | null {
  if (verdicts.length === 0) throw new RangeError("There is no sample to take the best of.");
  if (verdicts.includes(true)) return 1;
  return verdicts.includes(null) ? null : 0;
}
