import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { isConnectionTrouble } from "@/lib/database/is-connection-trouble";
import type { EngineServices } from "@/lib/engine/services";
import { createUnitWorker } from "@/lib/engine/unit-worker";
import { listPendingUnits } from "@/lib/experiments/data-units";
import { feedQueue, longWork, longWorker } from "./feed-queue";

const RUN_UNIT = "experiments.unit";
/** Jobs that are put into the queue ahead; the rows of units are what is to be done, the queue hands them out. */
const AHEAD = 1_000;
/** A unit that failed so often in one worker with an unexpected error is a defect and is given up. */
const MOST_FAILURES = 3;

const jobSchema = z.object({ unitId: z.string() });

export type ExperimentWork = { readonly stop: () => Promise<void> };

/**
 * Works on experiments: hands pending units to the queue, one job per unit however many workers do so, and does what comes back. A job
 * whose worker was killed comes back when its heartbeats fail to come.
 */
export async function workOnExperiments(queue: PgBoss, services: EngineServices): Promise<ExperimentWork> {
  await queue.createQueue(RUN_UNIT, longWork);
  const worker = createUnitWorker(services);
  const list = async () => (await listPendingUnits(AHEAD)).map((unitId) => ({ data: { unitId }, singletonKey: unitId }));
  const feeding = feedQueue({ queue, name: RUN_UNIT, list });
  const options = { ...longWorker, localConcurrency: 4, batchSize: 4, burstWhenBatchFull: true, perJobResults: true } as const;
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
