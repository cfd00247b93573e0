import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { isConnectionTrouble } from "@/lib/database/is-connection-trouble";
import type { EngineServices } from "@/lib/engine/services";
import { createUnitWorker } from "@/lib/engine/unit-worker";
import { listPendingUnits } from "@/lib/experiments/data-units";

const RUN_UNIT = "experiments.unit";
/** Jobs that are put into the queue ahead; the rows of units are what is to be done, the queue hands them out. */
const AHEAD = 1_000;
const FEED_EVERY_MS = 1_000;
/** A unit that failed so often in one worker with an unexpected error is a defect and is given up. */
const MOST_FAILURES = 3;

const jobSchema = z.object({ unitId: z.string() });

export type ExperimentWork = { readonly stop: () => Promise<void> };

/**
 * Works on experiments: hands pending units to the queue, one job per unit however many workers do so, and does what comes back. A job
 * whose worker was killed comes back when its heartbeats fail to come.
 */
export async function workOnExperiments(queue: PgBoss, services: EngineServices): Promise<ExperimentWork> {
  await queue.createQueue(RUN_UNIT, {
    policy: "exclusive",
    retryLimit: 1_000,
    retryDelay: 1,
    expireInSeconds: 86_000,
    heartbeatSeconds: 10,
    deleteAfterSeconds: 3_600,
  });
  const worker = createUnitWorker(services);
  const feeding = feedQueue(queue);
  const options = {
    localConcurrency: 4,
    batchSize: 4,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 0.5,
    heartbeatRefreshSeconds: 3,
    perJobResults: true,
  } as const;
  const failures = new Map<string, number>();
  const settle = async (unitId: string, signal: AbortSignal): Promise<"completed" | "failed"> => {
    try {
      await worker.work(unitId, signal);
      return "completed";
    } catch (error) {
      // A database that is away comes back; the unit is not to blame.
      if (isConnectionTrouble(error)) return "failed";
      const count = (failures.get(unitId) ?? 0) + 1;
      failures.set(unitId, count);
      console.error(`Unit ${unitId} failed unexpectedly (${count}):`, error);
      if (count < MOST_FAILURES) return "failed";
      await worker.giveUp(unitId, `It failed ${count} times: ${error instanceof Error ? error.message : String(error)}`);
      return "completed";
    }
  };
  await queue.work(RUN_UNIT, options, (jobs) =>
    Promise.all(jobs.map(async ({ id, data, signal }) => ({ id, status: await settle(jobSchema.parse(data).unitId, signal) }))),
  );
  return {
    stop: async () => {
      worker.stop();
      await feeding.stop();
    },
  };
}

/** Puts what is to be done into the queue, again and again, so that nothing depends on a message that a killed server did not send. */
function feedQueue(queue: PgBoss): { stop: () => Promise<void> } {
  const stopping = Promise.withResolvers<void>();
  let isStopped = false;
  const feed = async () => {
    while (!isStopped) {
      try {
        const unitIds = await listPendingUnits(AHEAD);
        if (unitIds.length > 0)
          await queue.insert(
            RUN_UNIT,
            unitIds.map((unitId) => ({ data: { unitId }, singletonKey: unitId })),
          );
      } catch (error) {
        if (!isStopped) console.error("What is to be done could not be read:", error instanceof Error ? error.message : error);
      }
      const timer = Promise.withResolvers<void>();
      const handle = setTimeout(timer.resolve, FEED_EVERY_MS);
      await Promise.race([timer.promise, stopping.promise]);
      clearTimeout(handle);
    }
  };
  const fed = feed();
  return {
    stop: async () => {
      isStopped = true;
      stopping.resolve();
      await fed;
    },
  };
}
