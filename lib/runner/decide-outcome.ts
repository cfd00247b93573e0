import { constants } from "node:os";
import type { Limits, RecordingEnd, RecordingStatus } from "@/lib/recordings/schema";
import type { StreamEnd, Tail } from "./parse-tail";
import type { Reply } from "./protocol";

/** How a run ended, before anything is known about its steps. */
export type Outcome = Pick<RecordingEnd, "status" | "reason" | "error" | "exitCode">;

type Ending = { readonly reply: Reply; readonly end: StreamEnd; readonly limits: Limits };

// Reversed, because the first of several names for a number is the usual one (SIGABRT, then SIGIOT).
const signalNames = new Map(
  Object.entries(constants.signals)
    .toReversed()
    .map(([name, number]) => [number, name]),
);

function outcome(status: RecordingStatus, reason: string): Outcome {
  return { status, reason, error: null, exitCode: null };
}

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}

function mebibytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 20) * 10) / 10} MiB`;
}

/** Limits that ended the run: who ended it and why is known from outside the program. */
function limitOutcome({ reply, end, limits }: Ending): Outcome | null {
  const { killed, reason } = reply;
  if (reason === "output-limit" || killed === "output") {
    return outcome("output-limit", `The program wrote more than ${limits.outputBytes.toLocaleString("en")} bytes of output.`);
  }
  if (end.flags.stepLimit) {
    return outcome("step-limit", `The program took more than ${limits.steps.toLocaleString("en")} steps.`);
  }
  if (end.flags.sizeLimit) {
    return outcome("size-limit", `The recording would have been larger than ${mebibytes(limits.recordingBytes)}.`);
  }
  if (killed === "wall") return outcome("timeout", `The program ran longer than ${seconds(limits.wallMs)}.`);
  if (killed === "cpu" || isOutOfCpu(reply, limits)) {
    return outcome("timeout", `The program used more than ${seconds(limits.cpuMs)} of processor time.`);
  }
  if (killed === "files") return outcome("memory", "The program filled its folder for files.");
  if (reason === "out-of-memory")
    return outcome("memory", `The program used all of its ${mebibytes(limits.memoryBytes)} of memory.`);
  if (end.flags.threadLimit) return outcome("crashed", `The program started more than ${limits.threads} threads and was ended.`);
  return null;
}

function isOutOfCpu(reply: Reply, limits: Limits): boolean {
  return (reply.waitStatus & 0x7f) === constants.signals.SIGXCPU && reply.cpuMs >= limits.cpuMs * 0.9;
}

/** The program changed, or tried to change, how it is recorded. */
function tamperOutcome({ end }: Ending): Outcome | null {
  const { flags, tail } = end;
  if (flags.traceLost || tail?.traced === false)
    return outcome("tampered", "The program switched recording off; what it did after that is not known.");
  if (flags.tamperTried) return outcome("tampered", "The program tried to change tracing, which was refused.");
  if (flags.finished && tail === null) return outcome("tampered", "The end of the recording was not written by the recorder.");
  return null;
}

function whereOf({ errorLine, errorFile }: Tail): string {
  if (errorLine <= 0) return "";
  return errorFile === "entry" ? ` on line ${errorLine} of the entry` : ` on line ${errorLine}`;
}

function errorOf(tail: Tail): RecordingEnd["error"] {
  const line = tail.errorLine > 0 ? tail.errorLine : null;
  return { type: tail.errorType, message: tail.errorMessage, line, file: tail.errorFile };
}

/** The end that the harness saw from inside. */
function finishedOutcome(tail: Tail, limits: Limits): Outcome {
  const { exitCode } = tail;
  if (tail.outcome === "returned") return { status: "completed", reason: "The program ran to its end.", error: null, exitCode };
  if (tail.outcome === "exited")
    return { status: "completed", reason: `The program ended itself with exit code ${exitCode}.`, error: null, exitCode };
  const error = errorOf(tail);
  if (tail.errorType === "MemoryError") {
    return {
      status: "memory",
      reason: `The program used all of its ${mebibytes(limits.memoryBytes)} of memory${whereOf(tail)}.`,
      error,
      exitCode,
    };
  }
  if (tail.outcome === "syntax-error")
    return { status: "syntax-error", reason: `The text is not Python: ${tail.errorMessage}${whereOf(tail)}.`, error, exitCode };
  return { status: "raised", reason: `${tail.errorType} was raised${whereOf(tail)} and not caught.`, error, exitCode };
}

/** The process ended in a way that Python did not see. */
function crashOutcome(reply: Reply): Outcome {
  const signal = reply.waitStatus & 0x7f;
  if (signal !== 0)
    return outcome("crashed", `The program's process was ended by ${signalNames.get(signal) ?? `signal ${signal}`}.`);
  const exitCode = (reply.waitStatus >> 8) & 0xff;
  const reason = `The program ended its process with code ${exitCode} at once, without Python's own end.`;
  return { ...outcome("crashed", reason), exitCode };
}

/** Decides how a run ended. Limits come first: after one, the rest is a consequence. */
export function decideOutcome(ending: Ending): Outcome {
  const limited = limitOutcome(ending) ?? tamperOutcome(ending);
  const { tail } = ending.end;
  const error = tail !== null && tail.outcome === "raised" ? errorOf(tail) : null;
  if (limited !== null) return { ...limited, error };
  return tail === null ? crashOutcome(ending.reply) : finishedOutcome(tail, ending.limits);
}
