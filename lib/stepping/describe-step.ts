import { effectMoment } from "@/lib/recordings/effect-moment";
import { reprValue } from "@/lib/recordings/repr-value";
import type { Recording, Step, StepEvent } from "@/lib/recordings/schema";
import { stateAtStep } from "@/lib/recordings/state-at-step";

export type StackEntry = { readonly frame: number; readonly function: string; readonly line: number };
export type Variable = { readonly name: string; readonly text: string; readonly changed: boolean; readonly kind: string };

/** Everything that is shown of one step, as text. */
export type StepView = {
  readonly index: number;
  readonly event: StepEvent;
  readonly line: number;
  readonly endLine: number;
  /** What happened, in a few words: "even_list mutated", "returns 3". */
  readonly summary: string;
  /** The frame whose variables are shown. */
  readonly frame: number;
  readonly variables: readonly Variable[];
  /** Innermost first. */
  readonly stack: readonly StackEntry[];
  /** Standard output before this step (its end only, when it is long), and during it. */
  readonly outputBefore: string;
  readonly outputNow: string;
};

const OUTPUT_SHOWN = 20_000;
const VALUE_SHOWN = 4_000;

/** Step `index` of a recording, with the variables of `frame` (of the step's own frame when null) as they are after it. */
export function describeStep(recording: Recording, index: number, frame: number | null = null): StepView | null {
  const step = recording.steps[index];
  if (step === undefined) return null;
  const stack = listStack(recording, index);
  const shown = frame !== null && stack.some((entry) => entry.frame === frame) ? frame : step.frame;
  const changed = changedNames(recording, index, shown);
  const variables = [...stateAtStep(recording, step.seq + 1, shown)].map(([name, value]) => ({
    name,
    text: cut(reprValue(value), VALUE_SHOWN),
    changed: changed.has(name),
    kind: "typeName" in value && value.typeName !== undefined ? value.typeName : value.kind,
  }));
  return {
    index,
    event: step.event,
    line: step.line,
    endLine: step.endLine,
    summary: summarize(step),
    frame: shown,
    variables,
    stack,
    outputBefore: outputBefore(recording, index),
    outputNow: step.output,
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)} …`;
}

function outputBefore(recording: Recording, index: number): string {
  let text = "";
  for (let at = index - 1; at >= 0 && text.length < OUTPUT_SHOWN; at--) text = (recording.steps[at]?.output ?? "") + text;
  return text.length <= OUTPUT_SHOWN ? text : `…${text.slice(-OUTPUT_SHOWN)}`;
}

/** Names whose value became what it is by step `index`: the effect of the step itself, or of a line whose call ended here. */
function changedNames(recording: Recording, index: number, frame: number): ReadonlySet<string> {
  const step = recording.steps[index];
  const names = new Set<string>();
  if (step === undefined) return names;
  const moment = step.seq + 1;
  for (let at = index; at >= 0; at--) {
    const earlier = recording.steps[at];
    if (earlier === undefined || earlier.frame !== frame) continue;
    const isOwnCall = at === index && earlier.event === "call";
    if (isOwnCall || effectMoment(earlier) === moment) for (const change of earlier.changes) names.add(change.name);
    // Only the newest line of a frame can settle now: the ones before it settled when it began.
    if (earlier.event === "line") break;
  }
  return names;
}

function listStack(recording: Recording, index: number): StackEntry[] {
  const step = recording.steps[index];
  const frames = recording.frames;
  const byNumber = (number: number) =>
    frames[number]?.frame === number ? frames[number] : frames.find(({ frame }) => frame === number);
  const stack: StackEntry[] = [];
  if (step === undefined) return stack;
  let wanted: number | null = step.frame;
  for (let at = index; at >= 0 && wanted !== null; at--) {
    const earlier = recording.steps[at];
    if (earlier === undefined || earlier.frame !== wanted) continue;
    const frame = byNumber(wanted);
    stack.push({ frame: wanted, function: frame?.function ?? "?", line: earlier.line });
    wanted = frame?.parentFrame ?? null;
  }
  return stack;
}

/** What a step did, in a few words. */
export function summarize(step: Step): string {
  if (step.exception !== null) {
    const what =
      step.exception.message === "" ? step.exception.type : `${step.exception.type}: ${cut(step.exception.message, 120)}`;
    return step.event === "unwind"
      ? `leaves because of ${what}`
      : `${step.exception.handled ? "raises (handled later)" : "raises"} ${what}`;
  }
  if (step.event === "return" || step.event === "yield") {
    const value = step.value === null ? "nothing" : cut(reprValue(step.value), 120);
    return `${step.event === "return" ? "returns" : "yields"} ${value}`;
  }
  const verbs = { bound: "bound", rebound: "changed", mutated: "mutated", unbound: "deleted" } as const;
  const changes = step.changes.slice(0, 4).map((change) => `${change.name} ${verbs[change.kind]}`);
  if (step.changes.length > 4) changes.push(`${step.changes.length - 4} more`);
  const did = changes.join(", ");
  if (step.event === "call") return did === "" ? "call without arguments" : `call, ${did}`;
  return did === "" ? (step.event === "line" ? "changes nothing" : step.event) : did;
}
