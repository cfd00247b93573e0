import type { RunnerPool } from "@/lib/runner/runner-pool";
import { createRunnerPool } from "./create-runner-pool";

declare global {
  var polytraceRunnerPool: Promise<RunnerPool> | undefined;
}

/** The one pool of this process, started when it is first asked for; a start that failed is tried again by the next who asks. */
export function getRunnerPool(): Promise<RunnerPool> {
  globalThis.polytraceRunnerPool ??= createRunnerPool().catch((error: unknown) => {
    globalThis.polytraceRunnerPool = undefined;
    throw error;
  });
  return globalThis.polytraceRunnerPool;
}
