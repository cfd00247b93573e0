import type { Range } from "@/lib/engine/plan-schema";
import type { PlannedSpec } from "@/lib/experiments/plan-spec";

/** A plan as lines for people. */
export function describePlan({ plan, spec, specHash }: PlannedSpec): string {
  const { totals } = plan;
  const lines = [
    `${spec.name} (${specHash.slice(0, 12)})`,
    `  ${totals.arms} arms on ${totals.problems} problems`,
    `  samples   ${range(totals.samples)}, of which ${range(totals.sharedRequests)} need no request because arms share them`,
    `  requests  ${range(totals.requests)}`,
    `  tokens    ${range(totals.promptTokens)} in, ${range(totals.answerTokens)} out`,
    `  cost      ${totals.costUsd === null ? "unknown: a model has no price" : `${usd(totals.costUsd.expected)}, at most ${usd(totals.costUsd.most)}`}`,
    `  time      ${duration(totals.seconds.expected)}, at most ${duration(totals.seconds.most)}`,
    ...plan.contrasts.map(
      ({ label, arm, sentence }) => `  ${arm.split(" | ").slice(0, -1).join(", ")}: ${label}\n    ${sentence}`,
    ),
    ...plan.warnings.map(({ message }) => `  ! ${message}`),
  ];
  return `${lines.join("\n")}\n`;
}

function range({ expected, most }: Range): string {
  const [a, b] = [expected, most].map((value) => Math.round(value).toLocaleString("en-US"));
  return a === b ? `${a}` : `about ${a}, at most ${b}`;
}

function usd(value: number): string {
  return `$${value.toFixed(2)}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
