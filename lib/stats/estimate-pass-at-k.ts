import type { MeanEstimate } from "@/lib/stats/estimate-mean";
import { estimateRate } from "@/lib/stats/estimate-rate";
import { passAllK } from "@/lib/stats/pass-all-k";
import { passAtK } from "@/lib/stats/pass-at-k";
import type { SampleOutcomes } from "@/lib/stats/sample-outcomes";

export type PassInput = {
  /** One entry per problem. */
  readonly problems: readonly SampleOutcomes[];
  readonly k: number;
  /** "any" of k for pass@k, the default; "all" of k for pass^k. */
  readonly pass?: "any" | "all" | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly level?: number | undefined;
};

/**
 * pass@k (or pass^k) of an arm: the mean over problems of the per-problem estimate, with its interval over problems.
 * @returns null ("—") where any problem has fewer than k samples: leaving those problems out would change what is estimated.
 * @throws RangeError without problems, on numbers that are not whole, c > n, k below 1, lengths that differ, or a level outside (0, 1).
 * @see passAtK, passAllK, estimateRate
 */
export function estimatePassAtK(input: PassInput): MeanEstimate | null {
  const { problems, k, pass = "any", groups, level } = input;
  if (problems.length === 0) throw new RangeError(`There are no problems, so pass@${k} cannot be estimated.`);
  const perProblem = problems.map((outcomes) => (pass === "any" ? passAtK(outcomes, k) : passAllK(outcomes, k)));
  const values = perProblem.filter((value) => value !== null);
  return values.length < problems.length ? null : estimateRate({ values, groups, level });
}
