import { runConcurrently } from "@/lib/engine/run-concurrently";
import type { Judging } from "@/lib/judge/judge-patiently";
import type { Check } from "./api-schema";
import { checksOf } from "./checks-of";
import { listUncheckedProblems, type PositionedProblem, saveChecks } from "./data-verifications";
import { judgeCheck } from "./judge-check";

/** Problems held at once: their tests can be megabytes. */
const PAGE = 16;

export type Verifying = Judging & {
  readonly id: string;
  readonly benchmarkId: string;
  /** Problems judged at the same time. */
  readonly concurrency: number;
  readonly onProgress?: (programs: number) => void;
};

/**
 * Judges every program of a benchmark that this verification has not judged yet, and keeps what came out problem by problem, so that it
 * can be stopped anywhere and goes on from there. Returns early when the verification was ended or deleted. Throws what the judge throws,
 * besides trouble with one program, and the signal's reason.
 */
export async function verifyBenchmark(verifying: Verifying): Promise<"finished" | "unwanted"> {
  const { id, benchmarkId, concurrency, onProgress } = verifying;
  for (let after = -1; ; ) {
    const waiting = await listUncheckedProblems({ id, benchmarkId }, { after, count: PAGE });
    const last = waiting.at(-1);
    if (last === undefined) return "finished";
    after = last.position;
    const wanted = await runConcurrently(waiting, concurrency, async (problem) => {
      const checks = await checkProblem(verifying, problem);
      onProgress?.(checks.length);
      return checks.length === 0 || saveChecks({ verificationId: id, problemId: problem.id }, checks);
    });
    if (wanted.includes(false)) return "unwanted";
  }
}

async function checkProblem(judging: Judging, { problem }: PositionedProblem): Promise<Check[]> {
  const checks: Check[] = [];
  for (const check of checksOf(problem)) {
    judging.signal.throwIfAborted();
    checks.push(await judgeCheck(judging, check));
  }
  return checks;
}
