import { readEnvironment } from "@/lib/environment/read-environment";
import { createPool, type PoolOptions, type RunnerPool } from "@/lib/runner/runner-pool";

/** A pool with the settings of the environment (interpreter, jail, workers, queue); `options` win over them. */
export function createRunnerPool(options: PoolOptions = {}): Promise<RunnerPool> {
  const { python, jail, workers, queueLimit } = readEnvironment(process.env);
  return createPool({ python, tier: jail, workers, queueLimit, ...options });
}
