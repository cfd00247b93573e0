import { InfrastructureError, QueueFullError } from "@/lib/runner/runner-errors";
import type { JudgeProgram, JudgeRequest, Verdict } from "./schema";

const MOST_ATTEMPTS = 5;

export type Judging = {
  readonly services: {
    readonly judge: JudgeProgram;
    readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  };
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
