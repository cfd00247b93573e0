import { describe, expect, test } from "vitest";
import type { Recording, RecordingEnd, Value } from "@/lib/recordings/schema";
import { defaultLimits } from "@/lib/recordings/schema";
import { checkFailingRun } from "./check-failing-run";
import type { Failure } from "./prompts/information";

const source = "def f(n):\n    return n\n";
const entry = { kind: "call", expression: "f(2)" } as const;
const test_ = {
  id: "v",
  suite: "example",
  visible: true,
  kind: "call",
  arguments: "2",
  expected: "4",
  collect: "none",
  tolerance: null,
} as const;
const failure: Failure = { kind: "call", input: "f(2)", expected: "4", actual: "2", message: null, outcome: "wrong" };

function recording(value: Value, end: Partial<RecordingEnd> = {}): Recording {
  const frame = {
    frame: 1,
    parentFrame: null,
    depth: 0,
    function: "f",
    firstLine: 1,
    lastLine: 2,
    kind: "function",
    variables: ["n"],
    argumentCount: 1,
  } as const;
  const step = {
    seq: 0,
    thread: 0,
    frame: 1,
    event: "return",
    line: 2,
    endLine: 2,
    changes: [],
    settledAt: 0,
    value,
    exception: null,
    output: "",
  } as const;
  return {
    header: {
      formatVersion: 1,
      recorderVersion: "1",
      pythonVersion: "3.11",
      jailTier: "full",
      source,
      entry,
      limits: defaultLimits,
    },
    phase: "entry",
    frames: [frame],
    steps: [step],
    end: {
      status: "completed",
      reason: "",
      completeness: { kind: "complete" },
      error: null,
      exitCode: 0,
      stepsSeen: 1,
      elapsedMs: 1,
      cpuMs: 1,
      stdout: "",
      stderr: "",
      audit: {},
      captureNotes: [],
      ...end,
    },
  };
}

const two: Value = { kind: "int", text: "2", digits: 1 };
const check = (made: Recording, given: Partial<Failure> = {}) =>
  checkFailingRun(made, { source, entry, test: test_, failure: { ...failure, ...given } });

describe("a recorded run", () => {
  test("that answers what the verdict says is the one that failed", () => {
    expect(check(recording(two))).toEqual({ checked: "call-and-result" });
  });
  test("that answers something else is not", () => {
    expect(check(recording({ kind: "int", text: "3", digits: 1 }))).toEqual({
      mismatch: "the program answered 2, and when recorded returned 3",
    });
  });
  test("of another program or call is not", () => {
    const other = recording(two);
    expect(check({ ...other, header: { ...other.header, source: `${source} ` } })).toHaveProperty("mismatch");
    expect(check({ ...other, header: { ...other.header, entry: { kind: "call", expression: "f(3)" } } })).toHaveProperty(
      "mismatch",
    );
  });
  test("must raise what the verdict says", () => {
    const raised = recording(two, { status: "raised", error: { type: "KeyError", message: "1", line: 2, file: "program" } });
    expect(check(raised, { outcome: "raised", actual: null, message: "KeyError: 1" })).toEqual({ checked: "call-and-result" });
    expect(check(raised, { outcome: "raised", actual: null, message: "ValueError: 1" })).toHaveProperty("mismatch");
    expect(check(recording(two), { outcome: "raised", actual: null, message: "ValueError: 1" })).toHaveProperty("mismatch");
    expect(check(raised)).toHaveProperty("mismatch");
  });
  test("that met a limit of the recording is checked in its call alone", () => {
    expect(check(recording(two, { status: "step-limit" }))).toEqual({ checked: "call" });
    expect(check(recording(two, { status: "step-limit" }), { outcome: "timeout", actual: null })).toEqual({ checked: "call" });
    expect(check(recording(two), { outcome: "timeout", actual: null })).toHaveProperty("mismatch");
  });
  test("whose value is not wholly kept is checked in its call alone", () => {
    expect(check(recording({ kind: "str", text: "22", length: 90_000, tail: "2" }), { actual: "'2222'" })).toEqual({
      checked: "call",
    });
  });
});
