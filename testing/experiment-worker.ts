import type { EngineServices } from "@/lib/engine/services";
import type { Progress } from "@/lib/experiments/api-schema";
import { findProgress } from "@/lib/experiments/data-progress";
import { workOnExperiments } from "@/lib/jobs/experiment-queue";
import { openQueue } from "@/lib/jobs/open-queue";

/** A worker inside the test's process. */
export async function startExperimentWorker(services: EngineServices): Promise<{ stop: () => Promise<void> }> {
  const queue = await openQueue();
  const work = await workOnExperiments(queue, services);
  return {
    stop: async () => {
      await work.stop();
      await queue.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** Waits until an experiment's progress is as wanted. */
export async function untilProgress(id: string, isThere: (progress: Progress) => boolean, timeoutMs = 60_000): Promise<Progress> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const progress = await findProgress(id);
    if (progress === null) throw new Error("The experiment is gone.");
    if (isThere(progress)) return progress;
    if (Date.now() > deadline) throw new Error(`Not there in ${timeoutMs} ms: ${JSON.stringify(progress)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
