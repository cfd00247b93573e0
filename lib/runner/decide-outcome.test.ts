import { describe, expect, test } from "vitest";
import { defaultLimits } from "@/lib/recordings/schema";
import { decideOutcome } from "./decide-outcome";
import type { StreamEnd, Tail } from "./parse-tail";
import type { Reply } from "./protocol";

const reply: Reply = {
  number: 1,
  waitStatus: 0,
  killed: "none",
  stage: "ended",
  reason: "none",
  message: "",
  stream: new Uint8Array(),
  rawOutput: new Uint8Array(),
  rawOutputSeen: 0,
  madeCode: false,
  elapsedMs: 1,
  cpuMs: 1,
  residentKiB: 1,
  part: 0,
};
const noFlags = { stepLimit: false, sizeLimit: false, threadLimit: false, tamperTried: false, traceLost: false, finished: false };
const returned: Tail = {
  outcome: "returned",
  exitCode: 0,
  traced: true,
  errorType: "",
  errorMessage: "",
  errorLine: 0,
  errorFile: "other",
};
const raised: Tail = {
  ...returned,
  outcome: "raised",
  exitCode: 1,
  errorType: "KeyError",
  errorMessage: "'a'",
  errorLine: 3,
  errorFile: "program",
};

function decide(change: { reply?: Partial<Reply>; end?: Partial<StreamEnd> }) {
  const end = { flags: noFlags, tail: null, ...change.end };
  return decideOutcome({ reply: { ...reply, ...change.reply }, end, limits: defaultLimits });
}

describe("how a run ended", () => {
  test.each([
    ["completed", { end: { tail: returned } }],
    ["completed", { end: { tail: { ...returned, outcome: "exited" as const, exitCode: 3 } } }],
    ["raised", { end: { tail: raised } }],
    ["syntax-error", { end: { tail: { ...raised, outcome: "syntax-error" as const, errorType: "SyntaxError" } } }],
    ["memory", { end: { tail: { ...raised, errorType: "MemoryError" } } }],
    ["memory", { reply: { reason: "out-of-memory" as const, waitStatus: 71 << 8 } }],
    ["memory", { reply: { killed: "files" as const, waitStatus: 9 } }],
    ["timeout", { reply: { killed: "wall" as const, waitStatus: 9 } }],
    ["timeout", { reply: { killed: "cpu" as const, waitStatus: 9 } }],
    ["timeout", { reply: { waitStatus: 24, cpuMs: defaultLimits.cpuMs } }],
    ["crashed", { reply: { waitStatus: 24, cpuMs: 1 } }],
    ["crashed", { reply: { waitStatus: 11 } }],
    ["crashed", { reply: { waitStatus: 0 } }],
    ["crashed", { reply: { waitStatus: 75 << 8 } }],
    ["crashed", { end: { flags: { ...noFlags, threadLimit: true } } }],
    ["output-limit", { reply: { reason: "output-limit" as const, waitStatus: 75 << 8 } }],
    ["output-limit", { reply: { killed: "output" as const, waitStatus: 9 } }],
    ["step-limit", { end: { flags: { ...noFlags, stepLimit: true } } }],
    ["step-limit", { end: { flags: { ...noFlags, stepLimit: true, tamperTried: true }, tail: returned } }],
    ["size-limit", { end: { flags: { ...noFlags, sizeLimit: true } } }],
    ["tampered", { end: { flags: { ...noFlags, tamperTried: true }, tail: returned } }],
    ["tampered", { end: { flags: { ...noFlags, traceLost: true }, tail: returned } }],
    ["tampered", { end: { tail: { ...returned, traced: false } } }],
    ["tampered", { end: { flags: { ...noFlags, finished: true } } }],
  ])("%s", (status, change) => {
    const found = decide(change);
    expect(found.status).toBe(status);
    expect(found.reason).toMatch(/^\S.*\.$/s);
  });

  test("an exit code other than zero is a completed run with that code", () => {
    const found = decide({ end: { tail: { ...returned, outcome: "exited", exitCode: 3 } } });
    expect(found).toMatchObject({ status: "completed", exitCode: 3, error: null });
  });

  test("an uncaught exception names its line and text", () => {
    const found = decide({ end: { tail: { ...raised, errorFile: "entry", errorLine: 1 } } });
    expect(found.error).toEqual({ type: "KeyError", message: "'a'", line: 1, file: "entry" });
    expect(found.reason).toBe("KeyError was raised on line 1 of the entry and not caught.");
  });
});
