import type { Adapter, AdapterOptions, Note, Rendering } from "@/lib/adapters/adapter";
import { annotateSource, type Fragment } from "@/lib/adapters/annotate-source";
import { chooseFrames, countInnerCalls, findResult, listBodies, scopeOption, walkFrames } from "@/lib/adapters/choose-frames";
import { joinVisits, VisitsByLine } from "@/lib/adapters/collect-visits";
import { findDefinitionLine } from "@/lib/adapters/definition-line";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { readChoice, readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { type SeenValue, ValueTracker } from "@/lib/adapters/track-values";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording, Step, Value } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/** One numbered moment of a line: the variables that changed, or a text of its own. */
type Visit = { readonly index: number; readonly step: Step; readonly changes: readonly SeenValue[]; readonly text: string };

/**
 * NExT's inline trace as its figures print it. Index 0 is the entry's call; every later call with arguments, every line that
 * changes a variable, every return, yield and exception takes the next index. Linear in the number of steps.
 */
export const next: Adapter = {
  id: "next",
  title: "NExT",
  label: "NExT",
  glyph: "N",
  colour: "next",
  paper: {
    title: "NExT: Teaching Large Language Models to Reason about Code Execution",
    url: "https://arxiv.org/abs/2404.14662",
  },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "The program with a comment on every line that changed something: (index) name=value; for the first visits, then ...; and the last one. Indices follow the order of execution, so the comments can be read as one story. After the figures of the paper; its authors released no code.",
  placement: "inline",
  mayShrink: true,
  options: [
    {
      name: "head",
      label: "First visits shown",
      description:
        "How many visits of a line are shown before ...; and the last one. 0 shows all. The paper's figures show 2, its header line 3.",
      type: "integer",
      default: 2,
      minimum: 0,
      maximum: 1000,
    },
    scopeOption,
  ],
  cutMark: (shown, all) => `# ... trace cut after step ${shown} of ${all}`,
  render: renderNext,
};

function renderNext(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const repr = createRepr(losses, recording.header.pythonVersion);
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const tracker = new ValueTracker(repr);
  const visits = new VisitsByLine<Visit>(readInteger(options, "head"));
  const bodies = listBodies(recording);
  let index = recording.steps[0]?.event === "call" ? 0 : 1;
  let yields = 0;
  const lines = splitSource(recording.header.source);
  const add = (step: Step, changes: readonly SeenValue[], text: string): void => {
    const line = step.event === "call" ? findDefinitionLine(step.line, lines) : step.line;
    if (changes.length > 0 || text !== "") visits.add(line, { index, step, changes, text });
    // The entry's call has index 0 even without arguments.
    if (changes.length > 0 || text !== "" || index === 0) index += 1;
  };
  const hidden = walkFrames(recording, frames, {
    onEffect: (step) => add(step, tracker.apply(step), ""),
    onEvent: (step) => {
      if (step.event === "yield") yields += 1;
      if (step.event === "call") add(step, tracker.apply(step), "");
      else if (step.event !== "line") add(step, [], describeEnd(step, findResult(step, bodies), repr));
    },
  });
  const style = { toFragments, separate, elide };
  const fragments = new Map(Array.from(visits.lines, ([line, own]) => [line, joinVisits(own, style)] as const));
  const text = new TraceText();
  const outside = annotateSource(text, { lines, opening: "  # ", fragments });
  return text.finish([
    { kind: "elided", message: "Visits of a line left out between its first ones and its last", count: visits.countElided() },
    hidden,
    { kind: "not-representable", message: "Steps on lines outside of the program's text", count: outside },
    ...listTrackerNotes(tracker),
    ...listAssumptions(yields, countInnerCalls(recording, frames)),
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function listAssumptions(yields: number, calls: number): readonly Note[] {
  return [
    { kind: "assumption", message: "Yields are shown as __yield__; the paper does not cover generators", count: yields },
    {
      kind: "assumption",
      message: "Calls below the entry take indices of their own; the paper does not cover them",
      count: calls,
    },
  ];
}

function describeEnd(step: Step, result: Value | null, repr: (value: Value) => string): string {
  if (step.event === "exception" && step.exception !== null) return `__exception__ = ${repr(step.exception.value)}`;
  if (result === null) return "";
  return `${step.event === "yield" ? "__yield__" : "__return__"}=${repr(result)}`;
}

function toFragments({ index, step, changes, text }: Visit): readonly Fragment[] {
  const shown = changes.length > 0 ? changes.map((change) => `${change.name}=${change.text};`).join(" ") : text;
  return [{ text: `(${index}) ${shown}`, step }];
}

// Bindings end with a semicolon; what a call returns or raises does not, so it gets one when more follows.
function separate(before: string): string {
  return before.endsWith(";") ? " " : "; ";
}

function elide(before: string): string {
  return `${separate(before)}...; `;
}
