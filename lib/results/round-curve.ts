import type { ArmData, ProblemCounts } from "@/lib/results/arm-data";
import type { ArmReport } from "@/lib/results/schema";
import { estimateRate } from "@/lib/stats/estimate-rate";

/**
 * Pass rate after each round of chains whose programs have verdicts of their own: a chain that stopped counts with its last program in
 * all later rounds. Null for arms with one round, and where programs have no verdicts.
 */
export function roundCurve(
  arm: ArmData,
  { level, groupOf }: { readonly level: number; readonly groupOf: ReadonlyMap<string, string> | null },
): { points: ArmReport["rounds"]; words: string } | null {
  const problems = [...arm.problems.values()];
  const rounds = problems.reduce((most, { rounds: counts }) => Math.max(most, ...counts.map(({ round }) => round + 1)), 0);
  if (rounds < 2 || arm.factors.strategy === "single") return null;
  if (problems.some(({ rounds: counts }) => counts.some(({ unjudged }) => unjudged > 0))) return null;
  // Imports of debugged programs keep the last round of each problem alone: no curve can be drawn from those.
  if (problems.some(({ rounds: counts }) => !counts.some(({ round }) => round === 0))) return null;
  const points = Array.from({ length: rounds }, (_, round) => {
    const known = problems.flatMap((problem) => {
      const rate = rateAfter(problem, round);
      return rate === null ? [] : [{ rate, group: groupOf?.get(problem.taskId) ?? problem.taskId }];
    });
    if (known.length === 0) return null;
    const values = known.map(({ rate }) => rate);
    const groups = groupOf === null ? undefined : known.map(({ group }) => group);
    const { mean: value, interval } = estimateRate({ values, level, groups });
    return { at: round + 1, value, interval, problems: values.length };
  }).filter((point) => point !== null);
  const words =
    "The chance that a chain's program passes after so many rounds, chains that stopped counting with their last program; mean over problems.";
  return { points, words };
}

function rateAfter({ rounds }: ProblemCounts, last: number): number | null {
  let samples = 0;
  let passed = 0;
  for (const counts of rounds) {
    if (counts.round > last) continue;
    const here = counts.round === last;
    const ended = here ? counts.samples : counts.finals;
    samples += ended - Math.min(ended, counts.infrastructure);
    passed += here ? counts.passed : counts.finalsPassed;
  }
  return samples === 0 ? null : passed / samples;
}
