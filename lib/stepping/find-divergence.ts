import { reprValue } from "@/lib/recordings/repr-value";
import type { Recording, Step } from "@/lib/recordings/schema";
import { summarize } from "./describe-step";

export type AlignedRow = { readonly index: number; readonly line: number; readonly source: string; readonly summary: string };

/** Two recordings laid beside each other from a little before their first difference. */
export type Divergence = {
  /** Index of the first step that differs; null when neither differs. */
  readonly at: number | null;
  /** Why that step differs, as a sentence. */
  readonly reason: string;
  readonly common: number;
  readonly left: readonly AlignedRow[];
  readonly right: readonly AlignedRow[];
};

const BEFORE = 4;
const AFTER = 200;

/**
 * The first step at which two executions do something different. Steps are compared by what they do (function, source text of
 * the line, event, changes, value, exception, output), not by line number, so an edit elsewhere in the program does not count.
 */
export function findDivergence(left: Recording, right: Recording): Divergence {
  const leftKey = stepKey(left);
  const rightKey = stepKey(right);
  const shared = Math.min(left.steps.length, right.steps.length);
  let at = 0;
  while (at < shared && leftKey(at) === rightKey(at)) at++;
  const differs = at < shared || left.steps.length !== right.steps.length;
  return {
    at: differs ? at : null,
    reason: differs ? explain(left, right, at) : "Both executions take the same steps with the same values.",
    common: at,
    left: listRows(left, at),
    right: listRows(right, at),
  };
}

function stepKey(recording: Recording): (index: number) => string {
  const lines = recording.header.source.split("\n");
  const functions = new Map(recording.frames.map((frame) => [frame.frame, frame.function]));
  return (index) => {
    const step = recording.steps[index];
    if (step === undefined) return "";
    return JSON.stringify([functions.get(step.frame), lines[step.line - 1]?.trim(), effects(step)]);
  };
}

function effects(step: Step): unknown {
  const changes = step.changes.map((change) => [
    change.name,
    change.kind,
    change.value === null ? null : reprValue(change.value),
  ]);
  const value = step.value === null ? null : reprValue(step.value);
  const exception = step.exception === null ? null : [step.exception.type, step.exception.message];
  return [step.event, changes, value, exception, step.output];
}

function explain(left: Recording, right: Recording, at: number): string {
  const one = left.steps[at];
  const other = right.steps[at];
  if (one === undefined) return `The left execution ends after ${at} steps; the right one goes on.`;
  if (other === undefined) return `The right execution ends after ${at} steps; the left one goes on.`;
  const lineOf = (recording: Recording, step: Step) => recording.header.source.split("\n")[step.line - 1]?.trim() ?? "";
  if (lineOf(left, one) !== lineOf(right, other))
    return `They go different ways: line ${one.line} on the left, line ${other.line} on the right.`;
  return `The same line has another effect: ${summarize(one)} on the left, ${summarize(other)} on the right.`;
}

function listRows(recording: Recording, at: number): AlignedRow[] {
  const lines = recording.header.source.split("\n");
  const first = Math.max(0, at - BEFORE);
  return recording.steps.slice(first, at + AFTER).map((step, offset) => ({
    index: first + offset,
    line: step.line,
    source: lines[step.line - 1]?.trim() ?? "",
    summary: describeEffect(step),
  }));
}

function describeEffect(step: Step): string {
  const changes = step.changes.map(
    (change) => `${change.name} = ${change.value === null ? "deleted" : reprValue(change.value).slice(0, 200)}`,
  );
  return changes.length > 0 ? changes.join(", ") : summarize(step);
}
