import type { Check } from "./api-schema";
import type { Problem } from "./schema";

/** A program of a benchmark with what the judge has to say of it. */
export type ProgramCheck = {
  readonly role: Check["role"];
  /** As it is to be judged. */
  readonly problem: Problem;
  readonly program: string;
  readonly mustPass: boolean;
};

/**
 * What can be checked of a problem by itself: its solution passes, the buggy program of a repair does not. Of a prediction it is that the
 * program gives the output that is written down for its input: both kinds stand on that.
 */
export function checksOf(problem: Problem): ProgramCheck[] {
  const { kind, reference, starter } = problem;
  if (kind === "output-prediction" || kind === "input-prediction") {
    const asked = problem.tests.find((test) => test.kind === "call" && !test.visible);
    if (asked?.kind !== "call") return [];
    // As an input that was predicted it is called in a process of its own: programs may remember earlier calls.
    const called: Problem = { ...problem, kind: "input-prediction", tests: [asked] };
    return [{ role: "reference", problem: called, program: asked.arguments, mustPass: true }];
  }
  const checks: ProgramCheck[] = [];
  if (reference !== null) checks.push({ role: "reference", problem, program: reference, mustPass: true });
  if (kind === "repair" && starter !== null) checks.push({ role: "buggy", problem, program: starter, mustPass: false });
  return checks;
}
