import type { NewRecording } from "@/lib/recordings/data";
import { defaultLimits, type RecordingEnd, type RecordingHeader } from "@/lib/recordings/schema";

const header: RecordingHeader = {
  formatVersion: 1,
  recorderVersion: "1.0.0",
  pythonVersion: "3.11.2",
  jailTier: "full",
  source: "def f(n):\n    return n + 1\n",
  entry: { kind: "call", expression: "f(1)" },
  limits: defaultLimits,
};

const end: RecordingEnd = {
  status: "completed",
  reason: "The program ran to its end.",
  completeness: { kind: "complete" },
  error: null,
  exitCode: null,
  stepsSeen: 3,
  elapsedMs: 1.5,
  cpuMs: 1.2,
  stdout: "",
  stderr: "",
  audit: {},
  captureNotes: [],
};

/** A recording to store; its stream is not one that decodes. */
export function buildRecording(changes: Partial<NewRecording> & { readonly end?: RecordingEnd } = {}): NewRecording {
  return {
    id: "AAAAAAAAAAAAAAAAAAAAAA",
    header,
    end,
    stream: new Uint8Array([1, 2, 3]),
    steps: 3,
    title: "def f(n):",
    ...changes,
  };
}

/** The end of a run, with what a test wants to be different. */
export function buildEnd(changes: Partial<RecordingEnd>): RecordingEnd {
  return { ...end, ...changes };
}
