/** One sample of a problem as a selection rule may see it, besides its verdict, which decides but is never looked at by a rule. */
export type Candidate = {
  /** Whether it passes the tests that decide; null where that is unknown. */
  readonly passed: boolean | null;
  /** Whether it passes the tests that the strategy may see; null where unknown or where there are none. */
  readonly passedVisible: boolean | null;
  /** What it answers, in a form in which equal answers are equal (its outputs, its prediction); null where it has none. */
  readonly answer: string | null;
};

/**
 * How one of several samples is picked, part of the name of the result: "first" in order of drawing; "public-tests", the first that
 * passes the visible tests, or the first of all where none does; "majority-vote", the earliest sample of the most common answer,
 * equal votes going to the answer that came first, or the first of all where none has an answer.
 */
export type SelectionRule = "first" | "public-tests" | "majority-vote";

/**
 * The sample that a rule picks for a problem, without looking at the verdicts.
 * @param candidates In the order in which they were drawn.
 * @throws RangeError without candidates.
 */
export function selectSample(candidates: readonly Candidate[], rule: SelectionRule): Candidate {
  const [first] = candidates;
  if (first === undefined) throw new RangeError("There is no sample to select from.");
  if (rule === "first") return first;
  if (rule === "public-tests") return candidates.find(({ passedVisible }) => passedVisible === true) ?? first;
  return mostVoted(candidates) ?? first;
}

/**
 * selected@1 of one problem: whether the one sample that the rule picks passes.
 * @param candidates In the order in which they were drawn.
 * @returns 1 or 0; null where the verdict of the picked sample is unknown. Average over problems with `estimateRate`.
 * @throws RangeError without candidates.
 */
export function selectedAtOne(candidates: readonly Candidate[], rule: SelectionRule): 0 | 1 | null {
  const { passed } = selectSample(candidates, rule);
  if (passed === null) return null;
  return passed ? 1 : 0;
}

function mostVoted(candidates: readonly Candidate[]): Candidate | undefined {
  const votes = Map.groupBy(
    candidates.filter(({ answer }) => answer !== null),
    ({ answer }) => answer,
  );
  // Entries come in order of first appearance and the sort is stable, so equal votes keep it.
  const [winners] = [...votes.values()].toSorted((first, second) => second.length - first.length);
  return winners?.[0];
}
