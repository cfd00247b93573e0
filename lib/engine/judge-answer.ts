import type { StoredProblem } from "@/lib/benchmarks/data";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import type { JudgeRequest, Verdict } from "@/lib/judge/schema";
import { InfrastructureError, QueueFullError } from "@/lib/runner/runner-errors";
import { findJudgement, type Judgement, saveJudgement } from "@/lib/samples/data";
import type { EngineServices } from "./services";

const MOST_ATTEMPTS = 5;

export type Judging = {
  readonly services: Pick<EngineServices, "judge" | "sleep">;
  readonly signal: AbortSignal;
};

/** Runs a program against tests; when the machinery fails it is tried again. Throws an InfrastructureError when it keeps failing. */
export async function judgePatiently({ services, signal }: Judging, request: Omit<JudgeRequest, "signal">): Promise<Verdict> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await services.judge({ ...request, signal });
    } catch (error) {
      if (error instanceof QueueFullError) {
        attempt -= 1;
        await services.sleep(error.retryAfterMs, signal);
      } else if (error instanceof InfrastructureError && attempt < MOST_ATTEMPTS) await services.sleep(200 * attempt, signal);
      else throw error;
    }
  }
}

type Answered = { readonly problem: StoredProblem; readonly program: string | null; readonly generationKey: string };

/**
 * Judges an answer twice, apart: on the visible tests, which is all that prompts and selection may learn from, and on all of them. What was
 * judged before is found again, so that arms that share an answer share its verdict.
 */
export async function judgeAnswer(judging: Judging, { problem: stored, program, generationKey }: Answered): Promise<Judgement> {
  const { problem, hash } = stored;
  const known = await findJudgement(generationKey, hash);
  if (known !== null) return known;
  const asksVisible = !isPrediction(problem.kind) && problem.tests.some(({ visible }) => visible);
  const visible = asksVisible ? await judgePatiently(judging, { problem, program, tests: "visible" }) : null;
  // A prediction answers the hidden test; visible ones are examples of other calls.
  const full = await judgePatiently(judging, { problem, program, tests: isPrediction(problem.kind) ? "hidden" : "all" });
  return saveJudgement({ generationKey, problemHash: hash, program, visible, full });
}

/** Whether every visible test passes, also those that the benchmark does not score; null where there are none. */
export function passesVisible({ program, visible }: Pick<Judgement, "program" | "visible">): boolean | null {
  if (visible === null) return null;
  return program !== null && visible.verdict === "passed" && visible.tests.every(({ passed }) => passed);
}
