import { holm } from "@/lib/stats/holm";
import { mean } from "@/lib/stats/mean";
import type { ProblemValues } from "@/lib/stats/pair-values";
import { pairedDifference } from "@/lib/stats/paired-difference";
import { requireFraction } from "@/lib/stats/require-fraction";

export type TiedInput = {
  /** Per-problem rates in [0, 1], by arm. */
  readonly arms: ReadonlyMap<string, ProblemValues>;
  readonly groupOf?: ReadonlyMap<string, string> | undefined;
  readonly significance?: number | undefined;
};

export type RankedArm = {
  readonly arm: string;
  readonly mean: number;
  /** Against the best arm, Holm over all pairs of arms; null for the best itself and where it cannot be tested. */
  readonly adjustedP: number | null;
  /** False where the arm is separable from the best. */
  readonly tied: boolean;
};

export type TiedGroup = {
  /** Best first; equal means in the order of the input. */
  readonly arms: readonly RankedArm[];
  /** N: the problems that all arms have. */
  readonly problems: number;
  /** Problems that were left out because some arm lacks them. */
  readonly dropped: number;
  readonly significance: number;
};

/**
 * The arms that cannot be separated from the best one, on the problems that all of them have. Every pair of arms counts as a test of
 * the family: which arm is best is decided by the same data, so that comparing with it alone would separate equal arms too often.
 * @returns The chance that any arm as good as the best is shown as separated is at most the significance.
 * @throws RangeError without arms, without a common problem, on values outside [0, 1], or a significance outside (0, 1).
 * @see Holm 1979; pairedDifference for the tests.
 */
export function tiedGroup(input: TiedInput): TiedGroup {
  const { arms, groupOf, significance = 0.05 } = input;
  requireFraction(significance, "significance");
  if (arms.size === 0) throw new RangeError("There are no arms to rank.");
  const everywhere = commonProblems([...arms.values()]);
  const problems = new Set([...arms.values()].flatMap((values) => [...values.keys()]));
  if (everywhere.length === 0) throw new RangeError("The arms have no problem with known values in common.");
  const ranked = [...arms]
    .map(([arm, values]) => ({ arm, values: restrict(values, everywhere) }))
    .map((entry) => ({ ...entry, mean: mean([...entry.values.values()]) }))
    .toSorted((first, second) => second.mean - first.mean);
  const adjusted = adjustedAgainstBest(ranked, groupOf);
  return {
    arms: ranked.map(({ arm, mean: value }, rank) => {
      const adjustedP = adjusted[rank - 1] ?? null;
      return { arm, mean: value, adjustedP, tied: adjustedP === null || adjustedP >= significance };
    }),
    problems: everywhere.length,
    dropped: problems.size - everywhere.length,
    significance,
  };
}

/** Adjusted p-values of the arms below the best; they come first because the best arm's pairs are listed first. */
function adjustedAgainstBest(
  ranked: readonly { readonly values: ReadonlyMap<string, number> }[],
  groupOf: ReadonlyMap<string, string> | undefined,
): readonly (number | null)[] {
  if (ranked.length < 2) return [];
  const pairs = ranked.flatMap((baseline, rank) =>
    ranked.slice(rank + 1).map((arm) => ({ arm: arm.values, baseline: baseline.values })),
  );
  return holm(pairs.map((pair) => pairedDifference({ ...pair, groupOf }).pValue)).slice(0, ranked.length - 1);
}

function commonProblems(arms: readonly ProblemValues[]): readonly string[] {
  const [first, ...others] = arms;
  const known = [...(first ?? new Map<string, number | null>())].filter(([, value]) => value !== null);
  return known.map(([problem]) => problem).filter((problem) => others.every((values) => typeof values.get(problem) === "number"));
}

function restrict(values: ProblemValues, problems: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    problems.flatMap((problem) => {
      const value = values.get(problem);
      return typeof value === "number" ? [[problem, value] as const] : [];
    }),
  );
}
