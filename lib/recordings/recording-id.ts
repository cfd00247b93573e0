import { createHash } from "node:crypto";
import type { Entry, Limits, RecordingEnd } from "./schema";
import { RECORDING_FORMAT_VERSION } from "./schema";

/** All that decides what a run does and how it is stored. */
export type RunKey = {
  readonly source: string;
  readonly entry: Entry;
  readonly limits: Limits;
  readonly recorderVersion: string;
  readonly pythonVersion: string;
};

/** 16 bytes, 22 characters: 128 bits leave no chance of two runs with one id. */
const ID_BYTES = 16;

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
    // The length before each part, so that two lists of parts never give one text.
    hash.update(`${bytes.byteLength}:`);
    hash.update(bytes);
  }
  return hash.digest().subarray(0, ID_BYTES).toString("base64url");
}

function entryParts(entry: Entry): readonly string[] {
  if (entry.kind === "call") return [entry.kind, entry.expression];
  return entry.kind === "script" ? [entry.kind, entry.stdin] : [entry.kind, entry.code];
}

/** The id of a run's recording, a function of its content: the same run has the same id on every server. */
export function recordingId(key: RunKey): string {
  const { wallMs, cpuMs, memoryBytes, steps, recordingBytes, outputBytes, threads } = key.limits;
  const limits = [wallMs, cpuMs, memoryBytes, steps, recordingBytes, outputBytes, threads].join(",");
  const versions = [String(RECORDING_FORMAT_VERSION), key.recorderVersion, key.pythonVersion];
  return digest([...versions, limits, key.source, ...entryParts(key.entry)]);
}

/**
 * The id of a recording that may not answer for its run, such as a time-out's: of what was recorded, so that a link to it always shows the
 * same thing, and running the program again never changes or finds it.
 */
export function uncachedRecordingId(runId: string, stream: Uint8Array, end: RecordingEnd): string {
  return digest([runId, stream, JSON.stringify(end)]);
}
