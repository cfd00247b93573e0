import { isDeepStrictEqual } from "node:util";
import type { Test } from "@/lib/benchmarks/schema";
import { isShownOf } from "@/lib/judge/shown-text";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Entry, Recording, RecordingStatus } from "@/lib/recordings/schema";
import type { Failure } from "./prompts/information";

export type Check = { readonly checked: "call-and-result" | "call" } | { readonly mismatch: string };

type Expectation = { readonly source: string; readonly entry: Entry; readonly test: Test; readonly failure: Failure };

const stoppedEarly: readonly RecordingStatus[] = ["step-limit", "size-limit"];
const endings: Partial<Record<Failure["outcome"], readonly RecordingStatus[]>> = {
  timeout: ["timeout", ...stoppedEarly],
  memory: ["memory", "raised", ...stoppedEarly],
  crashed: ["crashed", ...stoppedEarly],
  tampered: ["tampered", "completed", "raised", "crashed"],
};

/**
 * Whether a recording is the run that the verdict is about: the same program and call, and the same way to end. A run that met a limit of
 * the recording before its end can only be compared in its call.
 */
export function checkFailingRun(recording: Recording, { source, entry, test, failure }: Expectation): Check {
  const { header, end } = recording;
  if (header.source !== source || !isDeepStrictEqual(header.entry, entry))
    return { mismatch: "another program or call was recorded" };
  const allowed = endings[failure.outcome];
  if (allowed !== undefined) {
    return allowed.includes(end.status)
      ? { checked: "call" }
      : { mismatch: `the verdict says ${failure.outcome}, the recorded run ended as ${end.status}` };
  }
  if (stoppedEarly.includes(end.status)) return { checked: "call" };
  if (failure.outcome === "raised" || test.kind === "assert") return checkException(recording, failure);
  if (end.status !== "completed") return { mismatch: `the verdict has an answer, the recorded run ended as ${end.status}` };
  return test.kind === "stdin" ? compare(failure.actual, end.stdout, "wrote") : checkValue(recording, failure);
}

function checkException({ end }: Recording, { message }: Failure): Check {
  if (end.error === null) return { mismatch: `the verdict has an exception, the recorded run ended as ${end.status}` };
  const type = message?.match(/^[\w.]+/)?.[0];
  if (type === undefined) return { checked: "call" };
  const last = (name: string) => name.split(".").at(-1);
  return last(type) === last(end.error.type)
    ? { checked: "call-and-result" }
    : { mismatch: `the verdict has ${type}, the recorded run raised ${end.error.type}` };
}

function checkValue(recording: Recording, { actual }: Failure): Check {
  const shallowest = Math.min(...recording.frames.map(({ depth }) => depth));
  const outer = new Set(recording.frames.filter(({ depth }) => depth === shallowest).map(({ frame }) => frame));
  const returned = recording.steps.findLast(({ event, frame }) => event === "return" && outer.has(frame))?.value;
  if (actual === null || returned === undefined || returned === null) return { checked: "call" };
  const losses = { cut: 0, opaque: 0, objects: 0, addresses: 0 };
  const text = createRepr(losses)(returned);
  // What the recorder cuts or does not open cannot be compared as text; a generator is collected by the judge only.
  if (Object.values(losses).some((count) => count > 0)) return { checked: "call" };
  return compare(actual, text, "returned");
}

function compare(actual: string | null, recorded: string, verb: string): Check {
  if (actual === null) return { checked: "call" };
  const same = actual.trimEnd() === recorded.trimEnd();
  return same || isShownOf(actual, recorded)
    ? { checked: "call-and-result" }
    : { mismatch: `the program answered ${short(actual)}, and when recorded ${verb} ${short(recorded)}` };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
