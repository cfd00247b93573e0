import type { ArmFactors } from "@/lib/experiments/arm";

type Keyed = { readonly key: string; readonly factors: ArmFactors };

/** What an arm and its control should have in common, the gravest difference first. */
const SHARED = ["strategy", "rounds", "temperature", "selection", "n", "tests", "history", "decoding"] as const;

/** Conditions without a trace, the one with the most information first. */
const CONTROLS: readonly (string | null)[] = ["feedback", "code"];

/**
 * For each arm the key of the arm that it is best compared with: same benchmark, kind and model, without what its condition adds, and
 * otherwise as alike as there is one. Null for arms that are controls themselves and where there is none.
 */
export function assignControls(arms: readonly Keyed[]): ReadonlyMap<string, string | null> {
  return new Map(arms.map((arm) => [arm.key, findControl(arm, arms)]));
}

function findControl(arm: Keyed, arms: readonly Keyed[]): string | null {
  const { condition } = arm.factors;
  if (condition === null || condition === "code") return null;
  const wanted = condition === "feedback" ? ["code"] : CONTROLS;
  const candidates = arms.filter(
    ({ factors }) =>
      factors.condition !== null &&
      wanted.some((name) => name === factors.condition) &&
      factors.benchmark === arm.factors.benchmark &&
      factors.benchmarkVersion === arm.factors.benchmarkVersion &&
      factors.taskKind === arm.factors.taskKind &&
      factors.model === arm.factors.model &&
      // Feedback is given within a strategy; a trace may be set against whatever has none, with a warning.
      (condition !== "feedback" || factors.strategy === arm.factors.strategy),
  );
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(arm.factors, candidate.factors) }))
    .toSorted((first, second) => first.distance - second.distance);
  return ranked[0]?.candidate.key ?? null;
}

/** Weighted so that one graver difference outweighs all lighter ones together; less information in the control comes in between. */
function distanceOf(arm: ArmFactors, control: ArmFactors): number {
  const differing = SHARED.reduce((sum, name, index) => (arm[name] === control[name] ? sum : sum + 2 ** (20 - 2 * index)), 0);
  const rung = CONTROLS.indexOf(control.condition);
  return differing + rung * 2 ** 15;
}
