import { requireCount } from "@/lib/stats/require-count";
import type { SelectionRule } from "@/lib/stats/select-sample";

/** The quantity per problem. */
export type EstimandMetric =
  | { readonly kind: "pass@k" | "pass^k"; readonly k: number }
  | {
      readonly kind: "selected@1";
      readonly rule: SelectionRule | "generated-tests" | "other";
      /** For a rule of the source's own: what the source calls it. */
      readonly ruleName?: string | undefined;
    }
  | { readonly kind: "best-of-n" };

/**
 * The tests that decide: a benchmark's base tests, its added ones, those the strategy sees, those it does not, or all that are scored;
 * for predictions running the program in question; "unknown" where a source does not say.
 */
export type DecidingTests = "base" | "plus" | "base and plus" | "visible" | "hidden" | "all scored" | "execution" | "unknown";

export type EstimandRounds = {
  readonly count: number;
  /** Which round's program counts: the last, any that passes, or the mean of the rates after each round. */
  readonly counted: "last" | "any" | "mean";
  /** What ends a chain early. */
  readonly stoppedBy: "visible tests" | "deciding tests" | "nothing";
};

/** What a number estimates, in parts; `estimandInWords` and `estimandLabel` write it out. Unknown is null. */
export type Estimand = {
  readonly metric: EstimandMetric;
  /** n, the samples (or chains) per problem; null where the problems have different numbers of them. */
  readonly samples: number | null;
  readonly temperature: number | null;
  readonly tests: DecidingTests;
  readonly benchmark: string;
  /** N. */
  readonly problems: number;
  /** Left out for strategies without rounds. */
  readonly rounds?: EstimandRounds | undefined;
  /** "problems": the mean over problems, each counting once; "samples": all samples in one pot, as some published figures have it. */
  readonly aggregation: "problems" | "samples";
  /** "delivered": only problems whose prompt held the treatment, a choice made after the fact; "undelivered": only the others. */
  readonly population?: "all" | "delivered" | "undelivered" | undefined;
};

/** Whether the number uses the verdicts that it reports in order to choose a sample or a round or to stop: an upper bound, not a result. */
export function isOracle({ metric, rounds, tests }: Estimand): boolean {
  if (metric.kind === "best-of-n") return true;
  if (rounds === undefined) return false;
  return rounds.stoppedBy === "deciding tests" || (rounds.counted === "any" && tests !== "visible");
}

/** Throws a RangeError where the parts of an estimand contradict each other or are no counts. */
export function requireEstimand({ metric, samples, problems, rounds, temperature }: Estimand): void {
  requireCount(problems, "problems", 1);
  if (samples !== null) requireCount(samples, "samples per problem", 1);
  if (rounds !== undefined) requireCount(rounds.count, "rounds", 1);
  if (temperature !== null && !(temperature >= 0)) throw new RangeError(`A temperature is at least 0; it is ${temperature}.`);
  if (metric.kind !== "pass@k" && metric.kind !== "pass^k") return;
  requireCount(metric.k, "samples to draw", 1);
  if (samples !== null && metric.k > samples) {
    throw new RangeError(
      `${metric.kind.replace("k", String(metric.k))} cannot be estimated from ${samples} samples per problem.`,
    );
  }
}
