import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, scopeOption } from "@/lib/adapters/choose-frames";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { ValueTracker } from "@/lib/adapters/track-values";
import { listMoments, type Moment } from "@/lib/recordings/list-moments";
import { reprString } from "@/lib/recordings/repr-string";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording, Value } from "@/lib/recordings/schema";

/**
 * The study's Concise format: one row per changed variable, in the order of time, with 1-based lines. Linear in the number of steps.
 */
export const concise: Adapter = {
  id: "concise",
  title: "Concise",
  label: "Concise",
  glyph: "C",
  colour: "concise",
  paper: {
    title: "Do Code Semantics Help? A Comprehensive Study on Execution Trace-Based Information for Code LLMs",
    url: "https://arxiv.org/abs/2509.11686",
  },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "One row per change, in the order of execution: the line, the variable and its new value. Arguments stand in [INPUT], what a call returns or raises in [OUTPUT]. Lines that change nothing have no row. As the study defines it; concise@tracewise is what its repository prints.",
  placement: "block",
  options: [scopeOption],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderConcise,
};

function renderConcise(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const repr = createRepr(losses);
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const bodies = new Set(recording.frames.filter(({ kind }) => kind === "module" || kind === "class").map(({ frame }) => frame));
  const tracker = new ValueTracker(repr);
  const text = new TraceText();
  let hidden = 0;
  let isFirst = true;
  for (const moment of listMoments(recording)) {
    if (!frames.has(moment.step.frame)) {
      hidden += moment.kind === "event" ? 1 : 0;
      continue;
    }
    for (const row of listRows(moment, { repr, tracker, bodies })) {
      if (!isFirst) text.write("\n");
      isFirst = false;
      text.writeStep(`[L${moment.step.line}] ${row} [/L${moment.step.line}]`, moment.step);
    }
  }
  return text.finish([
    {
      kind: "not-representable",
      message: "Steps in comprehensions, lambdas or functions outside of the chosen scope",
      count: hidden,
    },
    ...listTrackerNotes(tracker),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

type Context = {
  readonly repr: (value: Value) => string;
  readonly tracker: ValueTracker;
  readonly bodies: ReadonlySet<number>;
};

function listRows({ kind, step }: Moment, { repr, tracker, bodies }: Context): readonly string[] {
  if (kind === "effect") return tracker.apply(step.frame, step.changes).map(({ name, text }) => `${name} = ${text}`);
  if (step.event === "call") return bodies.has(step.frame) ? [] : [describeCall(tracker.apply(step.frame, step.changes))];
  if (step.exception !== null) return [`[OUTPUT] ${describeException(step.exception)} [/OUTPUT]`];
  if ((step.event === "return" || step.event === "yield") && step.value !== null && !bodies.has(step.frame))
    return [`[OUTPUT] ${repr(step.value)} [/OUTPUT]`];
  return [];
}

function describeCall(inputs: readonly { readonly name: string; readonly text: string }[]): string {
  return `[INPUT] [${inputs.map(({ name, text }) => reprString(`${name} = ${text}`)).join(", ")}] [/INPUT]`;
}

function describeException({ type, message }: { readonly type: string; readonly message: string }): string {
  return message === "" ? type : `${type}: ${message}`;
}
