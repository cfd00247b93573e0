import { setTimeout as wait } from "node:timers/promises";
import type { Environment } from "@/lib/environment/read-environment";
import { createJudge } from "@/lib/judge/judge-program";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import type { EngineServices } from "./services";

/** More than a worker has chains at once, so that none is turned away. */
const QUEUE_LIMIT = 100_000;

export type OpenServices = EngineServices & { readonly close: () => Promise<void> };

/** The jail, the network and the clock of this process; `close` ends the interpreters. */
export async function createServices({ workers, python, jail }: Environment): Promise<OpenServices> {
  const pool = await createPool({
    queueLimit: QUEUE_LIMIT,
    ...(workers === undefined ? {} : { workers }),
    ...(python === undefined ? {} : { python }),
    ...(jail === undefined ? {} : { tier: jail }),
  });
  return { ...servicesOf(pool), close: () => pool.close() };
}

/** What the engine needs, over interpreters that are there already. */
export function servicesOf(pool: RunnerPool): EngineServices {
  const judge = createJudge(pool);
  return {
    judge: async (request) => {
      const { tier, missing } = pool.health();
      if (tier === "refuse") throw new JailRefusedError(missing);
      return judge(request);
    },
    record: async ({ source, entry, limits, signal }) =>
      decodeRecording(await pool.record({ source, entry, limits, signal, priority: "batch" })),
    fetch,
    environment: process.env,
    now: Date.now,
    sleep: async (milliseconds, signal) => {
      // Longer waits would be taken for none by the timer.
      await wait(Math.min(milliseconds, 2 ** 31 - 1), undefined, { signal });
    },
  };
}
