import { type Estimand, isOracle, requireEstimand } from "@/lib/stats/estimand";

/**
 * What a number estimates, short enough for a column heading: "pass@1 (n = 10, T = 0.2, hidden tests)". An oracle always says so.
 * @throws RangeError where the parts contradict each other (k above n) or are no counts.
 */
export function estimandLabel(estimand: Estimand): string {
  requireEstimand(estimand);
  const { samples, temperature, tests, rounds, aggregation, population } = estimand;
  const notes = [
    `n = ${samples ?? "varies"}`,
    `T = ${temperature ?? "?"}`,
    tests === "execution" ? "by execution" : `${tests} tests`,
    ...(rounds === undefined ? [] : [roundNote(rounds)]),
    ...(aggregation === "samples" ? ["pooled samples"] : []),
    ...(population === "delivered" ? ["delivered only, post hoc"] : []),
    ...(population === "undelivered" ? ["undelivered only, post hoc"] : []),
    ...(isOracle(estimand) ? ["oracle"] : []),
  ];
  return `${name(estimand)} (${notes.join(", ")})`;
}

function name({ metric, samples }: Estimand): string {
  switch (metric.kind) {
    case "pass@k":
      return `pass@${metric.k}`;
    case "pass^k":
      return `pass^${metric.k}`;
    case "selected@1":
      return `selected@1 by ${metric.rule === "other" ? (metric.ruleName ?? "the source's rule") : metric.rule.replace("-", " ")}`;
    case "best-of-n":
      return `best of ${samples ?? "n"}`;
  }
}

function roundNote({ count, counted }: NonNullable<Estimand["rounds"]>): string {
  if (counted === "last") return `round ${count} of ${count}`;
  if (counted === "any") return `any of ${count} rounds`;
  return `mean of ${count} rounds`;
}
