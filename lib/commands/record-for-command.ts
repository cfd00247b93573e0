import { decodeRecording } from "@/lib/recordings/decode-recording";
import { resolveLimits } from "@/lib/recordings/resolve-limits";
import { type Entry, type Limits, limitsSchema, type Recording } from "@/lib/recordings/schema";
import type { RunnerPool } from "@/lib/runner/runner-pool";

/** On the command line the user is the operator: only the format's own bounds apply. */
const maximum: Limits = {
  wallMs: 600_000,
  cpuMs: 600_000,
  memoryBytes: 16 * 2 ** 30,
  steps: 10_000_000,
  recordingBytes: 512 * 2 ** 20,
  outputBytes: 64 * 2 ** 20,
  threads: 1_024,
};

export type CommandRun = {
  readonly source: string;
  readonly entry: Entry;
  readonly limits: Partial<Limits>;
  readonly priority: "interactive" | "batch";
  readonly signal?: AbortSignal;
};

/** Records one program without server or database. */
export async function recordForCommand(pool: RunnerPool, run: CommandRun): Promise<Recording> {
  const limits = limitsSchema.parse(resolveLimits(run.limits, maximum));
  return decodeRecording(await pool.record({ ...run, limits }));
}
