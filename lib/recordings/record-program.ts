import { readEnvironment } from "@/lib/environment/read-environment";
import type { RecordingResult } from "@/lib/runner/runner-pool";
import type { RecordingSummary, RecordOutcome, RecordRequest } from "./api-schema";
import { countRecordedSteps } from "./count-recorded-steps";
import { findRecording, saveRecording, touchRecording } from "./data";
import { expiryTimes } from "./expiry-times";
import { enterClient } from "./limit-clients";
import { programTitle } from "./program-title";
import { recordingId, uncachedRecordingId } from "./recording-id";
import { maximumLimits, resolveLimits } from "./resolve-limits";
import { getRunnerPool } from "./runner-pool";
import { getServerState } from "./server-state";
import { shareRun } from "./share-run";

export type RecordProgramRequest = RecordRequest & {
  /** Who asks, for the limit per client. */
  readonly client: string;
  /** Aborted when the asker no longer waits; the run is cancelled when nobody does. */
  readonly signal: AbortSignal;
};

async function findKnown(id: string): Promise<RecordOutcome | null> {
  const times = expiryTimes(new Date());
  const found = (await touchRecording(id, times)) ? await findRecording(id, times.now) : null;
  if (found === null) return null;
  const { status, reason, steps, title, complete, elapsedMs } = found;
  return { id, status, reason, steps, title, complete, elapsedMs, cached: true };
}

async function storeResult(runId: string, result: RecordingResult): Promise<RecordingSummary> {
  const { header, stream, end, cacheable } = result;
  const id = cacheable ? runId : uncachedRecordingId(runId, stream, end);
  const title = programTitle(header.source);
  const steps = countRecordedSteps(end);
  await saveRecording({ id, header, stream, end, steps, title }, expiryTimes(new Date()));
  const { status, reason, elapsedMs } = end;
  return { id, status, reason, steps, title, complete: end.completeness.kind === "complete", elapsedMs };
}

/**
 * Records a program, or finds the recording of the same run.
 * @throws AppError `over_limit` for limits above the server's maximum, `client_limit` when the client waits for too many runs;
 * QueueFullError, JailRefusedError and InfrastructureError of the runner
 */
export async function recordProgram(request: RecordProgramRequest): Promise<RecordOutcome> {
  const { source, entry, client, signal } = request;
  const environment = readEnvironment(process.env);
  const limits = resolveLimits(request.limits ?? {}, maximumLimits(environment.maximumLimits));
  const pool = await getRunnerPool();
  const { recorderVersion, pythonVersion } = pool.health();
  const key = recordingId({ source, entry, limits, recorderVersion, pythonVersion });
  const known = await findKnown(key);
  if (known !== null) return known;
  const state = getServerState();
  const leave = enterClient(state.clients, client, environment.queueLimitPerClient);
  try {
    const run = async (runSignal: AbortSignal) =>
      storeResult(key, await pool.record({ source, entry, limits, signal: runSignal, priority: "interactive" }));
    return { ...(await shareRun(state.runs, { key, signal }, run)), cached: false };
  } finally {
    leave();
  }
}
