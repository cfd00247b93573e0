import {
  type DecidingTests,
  type Estimand,
  type EstimandMetric,
  type EstimandRounds,
  isOracle,
  requireEstimand,
} from "@/lib/stats/estimand";

const TESTS: Readonly<Record<DecidingTests, string>> = {
  base: "the base tests",
  plus: "the added (plus) tests",
  "base and plus": "the base and the added (plus) tests",
  visible: "the visible tests, which the strategy also saw",
  hidden: "the hidden tests",
  "all scored": "all tests that are scored",
  execution: "the check by running the program in question",
  unknown: "tests that the source does not name",
};

type Selected = Extract<EstimandMetric, { kind: "selected@1" }>;

const RULES: Readonly<Record<Exclude<Selected["rule"], "other">, string>> = {
  first: "the first sample",
  "public-tests": "the first sample that passes the visible tests, or the first of all where none does",
  "majority-vote": "the earliest sample of the most common answer",
  "generated-tests": "the sample that passes most of the tests that the model itself wrote",
};

const STOPS: Readonly<Record<EstimandRounds["stoppedBy"], string | null>> = {
  "visible tests": "a chain stops once the visible tests pass",
  "deciding tests": "a chain stops once the very tests that decide pass",
  nothing: null,
};

/**
 * What a number estimates, as one or two sentences for a tooltip, an export or an API.
 * @throws RangeError where the parts contradict each other (k above n) or are no counts.
 */
export function estimandInWords(estimand: Estimand): string {
  requireEstimand(estimand);
  const { metric, tests, rounds } = estimand;
  const parts = [
    `${name(metric, estimand)}: ${quantity(metric, estimand)} ${TESTS[tests]}`,
    drawn(estimand),
    ...(rounds === undefined ? [] : roundParts(rounds)),
    average(estimand),
  ];
  const oracle = isOracle(estimand)
    ? " Oracle: it uses the verdicts it reports to choose or to stop, so it is an upper bound, not a result one could have."
    : "";
  return `${parts.join("; ")}.${oracle}${populations[estimand.population ?? "all"]}`;
}

const populations = {
  all: "",
  delivered: " Only problems whose prompt held the treatment, a choice made after the fact (post hoc).",
  undelivered:
    " Only problems whose prompt did not hold the treatment, a choice made after the fact (post hoc): no difference there is its doing.",
} as const;

/**
 * What the difference of two arms estimates.
 * @param contrast The estimand of both arms on their common problems, and what the arms are called.
 * @throws RangeError as `estimandInWords`.
 */
export function contrastInWords(contrast: {
  readonly estimand: Estimand;
  readonly arm: string;
  readonly baseline: string;
}): string {
  const { estimand, arm, baseline } = contrast;
  return `${arm} minus ${baseline}, paired by problem on the ${count(estimand.problems, "problem")} that both have, of ${estimandInWords(estimand)}`;
}

function name(metric: EstimandMetric, { samples }: Estimand): string {
  if (metric.kind === "selected@1") return "selected@1";
  if (metric.kind === "best-of-n") return `best of ${samples ?? "n"}`;
  return metric.kind === "pass@k" ? `pass@${metric.k}` : `pass^${metric.k}`;
}

function quantity(metric: EstimandMetric, estimand: Estimand): string {
  switch (metric.kind) {
    case "pass@k":
      return metric.k === 1 ? "the chance that one sample passes" : `the chance that at least one of ${metric.k} samples passes`;
    case "pass^k":
      return metric.k === 1 ? "the chance that one sample passes" : `the chance that all of ${metric.k} samples pass`;
    case "selected@1":
      return `the share of problems for which ${ruleInWords(metric)} passes`;
    case "best-of-n":
      return `the share of problems for which at least one of ${estimand.samples ?? "all"} samples passes`;
  }
}

function ruleInWords({ rule, ruleName }: Selected): string {
  if (rule !== "other") return RULES[rule];
  return `the sample that the source's own rule picked${ruleName === undefined ? "" : ` (${ruleName})`}`;
}

function drawn({ samples, temperature }: Estimand): string {
  const number = samples === null ? "differing numbers of samples per problem" : `n = ${count(samples, "sample")} per problem`;
  if (temperature === null) return `${number} at an unknown temperature`;
  if (temperature === 0) return `${number}, greedy (temperature 0)`;
  return `${number} at temperature ${temperature}`;
}

function roundParts(rounds: EstimandRounds): readonly string[] {
  const stop = STOPS[rounds.stoppedBy];
  return [countedRound(rounds), ...(stop === null ? [] : [stop])];
}

function countedRound({ count: total, counted }: EstimandRounds): string {
  if (total === 1) return "after the only round";
  if (counted === "last") return `after round ${total} of ${total}`;
  if (counted === "any") return `after any of ${total} rounds, whichever passes`;
  return `the mean of the figures after each of ${total} rounds, which is the figure of no single round`;
}

function average({ aggregation, problems, benchmark }: Estimand): string {
  if (aggregation === "problems") return `mean over ${count(problems, "problem")} of ${benchmark}, each counting once`;
  return `over all samples of ${count(problems, "problem")} of ${benchmark} in one pot, so that problems with more samples weigh more`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
