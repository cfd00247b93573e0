import { setTimeout as wait } from "node:timers/promises";
import type { EngineServices } from "@/lib/engine/services";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import { plainJudge } from "./plain-judge";

/** Services for experiments whose conditions carry no trace, judged by the plain interpreter. */
export function plainServices(given: Partial<EngineServices> = {}): EngineServices {
  return {
    judge: plainJudge,
    record: () => Promise.reject(new InfrastructureError("This test does not record.")),
    fetch,
    environment: {},
    now: Date.now,
    sleep: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, { signal });
    },
    ...given,
  };
}
