import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { endVerification, listOpenVerifications, takeVerification } from "@/lib/benchmarks/data-verifications";
import { verifyBenchmark } from "@/lib/benchmarks/verify-benchmark";
import { isConnectionTrouble } from "@/lib/database/is-connection-trouble";
import type { EngineServices } from "@/lib/engine/services";
import { JailRefusedError } from "@/lib/runner/runner-errors";

const VERIFY = "benchmarks.verify";
const FEED_EVERY_MS = 1_000;
/** Few, so that an experiment that runs meanwhile gets its share of the interpreters. */
const CONCURRENCY = 2;

const jobSchema = z.object({ verificationId: z.string() });

export type VerificationWork = { readonly stop: () => Promise<void> };

/**
 * Works on verifications of benchmarks, one at a time: the rows are what is to be done, the queue hands them out. One whose worker was
 * killed comes back when its heartbeats fail to come, and goes on behind the last problem that was judged.
 */
export async function workOnVerifications(queue: PgBoss, services: EngineServices): Promise<VerificationWork> {
  await queue.createQueue(VERIFY, {
    policy: "exclusive",
    retryLimit: 1_000,
    retryDelay: 1,
    expireInSeconds: 86_000,
    heartbeatSeconds: 10,
    deleteAfterSeconds: 3_600,
  });
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const feedAgain = async () => {
    await feed(queue, stopping.signal);
    if (!stopping.signal.aborted) timer = setTimeout(() => void feedAgain(), FEED_EVERY_MS);
  };
  const feeding = feedAgain();
  const options = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 } as const;
  await queue.work(VERIFY, options, async ([job]) => {
    if (job === undefined) return;
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    await work(jobSchema.parse(job.data).verificationId, services, signal);
  });
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await feeding;
    },
  };
}

async function feed(queue: PgBoss, signal: AbortSignal): Promise<void> {
  try {
    const ids = await listOpenVerifications();
    if (ids.length > 0 && !signal.aborted)
      await queue.insert(
        VERIFY,
        ids.map((verificationId) => ({ data: { verificationId }, singletonKey: verificationId })),
      );
  } catch (error) {
    if (!signal.aborted)
      console.error("The verifications to be done could not be read:", error instanceof Error ? error.message : error);
  }
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
