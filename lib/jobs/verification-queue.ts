import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { endVerification, listOpenVerifications, takeVerification } from "@/lib/benchmarks/data-verifications";
import { verifyBenchmark } from "@/lib/benchmarks/verify-benchmark";
import { isConnectionTrouble } from "@/lib/database/is-connection-trouble";
import type { EngineServices } from "@/lib/engine/services";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import { feedQueue, longWork, longWorker } from "./feed-queue";

const VERIFY = "benchmarks.verify";
/** Few, so that an experiment that runs meanwhile gets its share of the interpreters. */
const CONCURRENCY = 2;

const jobSchema = z.object({ verificationId: z.string() });

export type VerificationWork = { readonly stop: () => Promise<void> };

/**
 * Works on verifications of benchmarks, one at a time: the rows are what is to be done, the queue hands them out. One whose worker was
 * killed comes back when its heartbeats fail to come, and goes on behind the last problem that was judged.
 */
export async function workOnVerifications(queue: PgBoss, services: EngineServices): Promise<VerificationWork> {
  await queue.createQueue(VERIFY, longWork);
  const stopping = new AbortController();
  const list = async () =>
    (await listOpenVerifications()).map((verificationId) => ({ data: { verificationId }, singletonKey: verificationId }));
  const feeding = feedQueue({ queue, name: VERIFY, list });
  await queue.work(VERIFY, longWorker, async ([job]) => {
    if (job === undefined) return;
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    await work(jobSchema.parse(job.data).verificationId, services, signal);
  });
  return {
    stop: async () => {
      stopping.abort();
      await feeding.stop();
    },
  };
}

async function work(id: string, services: EngineServices, signal: AbortSignal): Promise<void> {
  const taken = await takeVerification(id, "worker");
  if (taken === null) return;
  const end = (status: "completed" | "stopped", reason: string | null) =>
    endVerification(id, { status, reason, now: new Date(services.now()) });
  try {
    const outcome = await verifyBenchmark({ id, benchmarkId: taken.benchmarkId, services, signal, concurrency: CONCURRENCY });
    if (outcome === "finished") await end("completed", null);
  } catch (error) {
    // The job comes back: after the database, or in the next worker.
    if (signal.aborted || isConnectionTrouble(error)) throw error;
    if (!(error instanceof JailRefusedError)) console.error(`Verification ${id} failed unexpectedly:`, error);
    await end("stopped", error instanceof Error ? error.message : String(error));
  }
}
