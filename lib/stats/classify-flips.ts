import type { Pairing } from "@/lib/stats/pair-values";

/** Problem ids by what the arm did to them; together they are all pairs. */
export type Flips = {
  /** Baseline wrong, arm right. */
  readonly fixed: readonly string[];
  /** Baseline right, arm wrong. */
  readonly broken: readonly string[];
  readonly both: readonly string[];
  readonly neither: readonly string[];
};

/**
 * Sorts the common problems of two arms by flip.
 * @param pairing Pairs of 0/1 outcomes (one sample per problem, or one selected out of several).
 * @throws RangeError without a pair, and where a value is neither 0 nor 1: rates over several samples do not flip.
 */
export function classifyFlips(pairing: Pairing): Flips {
  if (pairing.pairs.length === 0) throw new RangeError("There are no common problems, so nothing can flip.");
  const sorted = Map.groupBy(pairing.pairs, ({ problem, arm, baseline }) => kindOf(problem, arm, baseline));
  const problems = (kind: keyof Flips) => (sorted.get(kind) ?? []).map(({ problem }) => problem);
  return { fixed: problems("fixed"), broken: problems("broken"), both: problems("both"), neither: problems("neither") };
}

function kindOf(problem: string, arm: number, baseline: number): keyof Flips {
  if ((arm !== 0 && arm !== 1) || (baseline !== 0 && baseline !== 1)) {
    throw new RangeError(`Problem ${problem} has the values ${arm} and ${baseline}; flips need 0 or 1.`);
  }
  if (arm === baseline) return arm === 1 ? "both" : "neither";
  return arm === 1 ? "fixed" : "broken";
}
