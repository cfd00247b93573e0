/** One value per problem, keyed by problem id; null where the value is unknown (infrastructure error, not yet judged). */
export type ProblemValues = ReadonlyMap<string, number | null>;

export type Pair = { readonly problem: string; readonly arm: number; readonly baseline: number };

/** The problems on which two arms can be compared, and those that were dropped, by reason. */
export type Pairing = {
  /** In order of problem id, so that seeded results do not depend on the order of the input. */
  readonly pairs: readonly Pair[];
  readonly onlyInArm: readonly string[];
  readonly onlyInBaseline: readonly string[];
  /** In both arms, but unknown in at least one. */
  readonly unknown: readonly string[];
  /** How many problems were dropped in all. */
  readonly dropped: number;
};

/**
 * Pairs the per-problem values of two arms by problem id.
 * @returns Every problem of either arm exactly once: as a pair or in one of the lists of dropped ones.
 * @throws RangeError where a value is neither null nor finite.
 */
export function pairValues(arms: { readonly arm: ProblemValues; readonly baseline: ProblemValues }): Pairing {
  const pairs: Pair[] = [];
  const onlyInArm: string[] = [];
  const unknown: string[] = [];
  for (const problem of [...arms.arm.keys()].sort()) {
    const arm = knownValue(arms.arm, problem);
    const baseline = knownValue(arms.baseline, problem);
    if (baseline === undefined) onlyInArm.push(problem);
    else if (typeof arm !== "number" || baseline === null) unknown.push(problem);
    else pairs.push({ problem, arm, baseline });
  }
  const onlyInBaseline = [...arms.baseline.keys()].filter((problem) => !arms.arm.has(problem)).sort();
  const dropped = onlyInArm.length + onlyInBaseline.length + unknown.length;
  return { pairs, onlyInArm, onlyInBaseline, unknown, dropped };
}

/** dᵢ = arm − baseline for every pair, in the order of the pairs. */
export function differencesOf(pairing: Pairing): readonly number[] {
  return pairing.pairs.map(({ arm, baseline }) => arm - baseline);
}

/**
 * The group of every pair, for clustered estimates; a problem without a group is a group of its own.
 * @param groupOf Problem id to group id.
 */
export function groupsOf(pairing: Pairing, groupOf: ReadonlyMap<string, string>): readonly string[] {
  return pairing.pairs.map(({ problem }) => {
    const group = groupOf.get(problem);
    return group === undefined ? `problem ${problem}` : `group ${group}`;
  });
}

function knownValue(values: ProblemValues, problem: string): number | null | undefined {
  const value = values.get(problem);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`The value of problem ${problem} is ${value}, not a finite number.`);
  }
  return value;
}
