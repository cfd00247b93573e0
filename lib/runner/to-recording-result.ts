import { decodeRecording } from "@/lib/recordings/decode-recording";
import type { RecordingHeader } from "@/lib/recordings/schema";
import { decideOutcome } from "./decide-outcome";
import { parseStreamEnd } from "./parse-tail";
import type { ReadyHello, Reply } from "./protocol";
import type { RecordingResult, RecordRun } from "./runner-pool";

type Finished = { readonly run: RecordRun; readonly reply: Reply; readonly nonce: string; readonly hello: ReadyHello };

const RAW_OUTPUT_NOTE = "output that the program wrote past sys.stdout is shown after everything else";
const MADE_CODE_NOTE =
  "the program made code by hand instead of having it compiled; such code can change anything in its process, this recording included";

/** A recording from what the warm interpreter replied. */
export function toRecordingResult({ run, reply, nonce, hello }: Finished): RecordingResult {
  const { source, entry, limits } = run;
  const { formatVersion, recorderVersion, pythonVersion, tier } = hello;
  const header: RecordingHeader = { formatVersion, recorderVersion, pythonVersion, jailTier: tier, source, entry, limits };
  const outcome = decideOutcome({ reply, end: parseStreamEnd(reply.stream, nonce), limits });
  const { end: seen } = decodeRecording({ header, stream: reply.stream });
  const raw = Buffer.from(reply.rawOutput).toString();
  const end = {
    ...seen,
    ...outcome,
    elapsedMs: reply.elapsedMs,
    cpuMs: reply.cpuMs,
    stdout: seen.stdout + raw,
    captureNotes: [...seen.captureNotes, ...(raw === "" ? [] : [RAW_OUTPUT_NOTE]), ...(reply.madeCode ? [MADE_CODE_NOTE] : [])],
  };
  return { header, stream: reply.stream, end, cacheable: isCacheable(reply, end.status) };
}

/** Whether the same run would end the same way: not when time or the machine ended it. */
function isCacheable(reply: Reply, status: string): boolean {
  return status !== "timeout" && (reply.waitStatus & 0x7f) === 0;
}
