import type { StoredProblem } from "@/lib/benchmarks/data";
import type { Problem } from "@/lib/benchmarks/schema";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { type Judging, judgePatiently } from "@/lib/judge/judge-patiently";
import type { Verdict } from "@/lib/judge/schema";
import { findJudgement, type Judgement, saveJudgement } from "@/lib/samples/data";

type Answered = { readonly problem: StoredProblem; readonly program: string | null; readonly generationKey: string };

/**
 * Judges an answer twice, apart: on the visible tests, which is all that prompts and selection may learn from, and on all of them. What was
 * judged before is found again, so that arms that share an answer share its verdict.
 */
export async function judgeAnswer(judging: Judging, { problem: stored, program, generationKey }: Answered): Promise<Judgement> {
  const { problem, hash } = stored;
  const known = await findJudgement(generationKey, hash);
  if (known !== null) return known;
  const visible = await judgeVisible(judging, problem, program);
  const full = await judgeFully(judging, problem, program);
  return saveJudgement({ generationKey, problemHash: hash, program, visible, full });
}

/** The verdict that prompts and selection may learn from; null where there is none, as in predictions. */
export async function judgeVisible(judging: Judging, problem: Problem, program: string | null): Promise<Verdict | null> {
  const asksVisible = !isPrediction(problem.kind) && problem.tests.some(({ visible }) => visible);
  return asksVisible ? judgePatiently(judging, { problem, program, tests: "visible" }) : null;
}

/** The verdict that counts. A prediction answers the hidden test; visible ones are examples of other calls. */
export function judgeFully(judging: Judging, problem: Problem, program: string | null): Promise<Verdict> {
  return judgePatiently(judging, { problem, program, tests: isPrediction(problem.kind) ? "hidden" : "all" });
}

/** Whether every visible test passes, also those that the benchmark does not score; null where there are none. */
export function passesVisible({ program, visible }: Pick<Judgement, "program" | "visible">): boolean | null {
  if (visible === null) return null;
  return program !== null && visible.verdict === "passed" && visible.tests.every(({ passed }) => passed);
}
