import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { annotateSource, type Fragment } from "@/lib/adapters/annotate-source";
import { chooseFrames, scopeOption } from "@/lib/adapters/choose-frames";
import { elideVisits } from "@/lib/adapters/elide-visits";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses } from "@/lib/adapters/list-notes";
import { readChoice, readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { type TrackedChange, ValueTracker } from "@/lib/adapters/track-values";
import { listMoments, type Moment } from "@/lib/recordings/list-moments";
import { createRepr, reprValue } from "@/lib/recordings/repr-value";
import type { Recording, Step } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

type Visit = { readonly text: string; readonly step: Step };
type Visits = Map<number, Visit[]>;

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
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const tracker = new ValueTracker(createRepr(losses));
  const { visits, hidden, yields } = collectVisits(recording, frames, tracker);
  const text = new TraceText();
  let elided = 0;
  const fragments = new Map<number, readonly Fragment[]>();
  for (const [line, own] of visits) {
    const shown = elideVisits(own, readInteger(options, "head"));
    elided += shown.elided;
    fragments.set(line, toFragments(shown.first, shown.last));
  }
  const outside = annotateSource(text, { lines: splitSource(recording.header.source), opening: "  # ", fragments });
  return text.finish([
    { kind: "elided", message: "Visits of a line left out between its first ones and its last", count: elided },
    {
      kind: "not-representable",
      message: "Steps in comprehensions, lambdas or functions outside of the chosen scope",
      count: hidden,
    },
    { kind: "not-representable", message: "Steps on lines outside of the program's text", count: outside },
    ...listTrackerNotes(tracker),
    { kind: "assumption", message: "Yields are shown as __yield__; the paper does not cover generators", count: yields },
    {
      kind: "assumption",
      message: "Calls below the entry take indices of their own; the paper does not cover them",
      count: countInnerCalls(recording, frames),
    },
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function countInnerCalls(recording: Recording, frames: ReadonlySet<number>): number {
  return recording.frames.filter((frame) => frame.parentFrame !== null && frames.has(frame.frame)).length;
}

function collectVisits(recording: Recording, frames: ReadonlySet<number>, tracker: ValueTracker) {
  const visits: Visits = new Map();
  const bodies = new Set(recording.frames.filter(({ kind }) => kind === "module" || kind === "class").map(({ frame }) => frame));
  let index = recording.steps[0]?.event === "call" ? 0 : 1;
  let hidden = 0;
  let yields = 0;
  for (const moment of listMoments(recording)) {
    const { step } = moment;
    if (!frames.has(step.frame)) {
      hidden += moment.kind === "event" ? 1 : 0;
      continue;
    }
    const text = describeMoment(moment, tracker, bodies);
    const isEntry = index === 0;
    if (text === "" && !isEntry) continue;
    if (text !== "") addVisit(visits, { text: `(${index}) ${text}`, step });
    yields += step.event === "yield" && moment.kind === "event" ? 1 : 0;
    index += 1;
  }
  return { visits, hidden, yields };
}

function describeMoment({ kind, step }: Moment, tracker: ValueTracker, bodies: ReadonlySet<number>): string {
  if (kind === "effect" || step.event === "call") return joinChanges(tracker.apply(step.frame, step.changes));
  if (step.event === "return" && step.value !== null) return bodies.has(step.frame) ? "" : `__return__=${reprValue(step.value)}`;
  if (step.event === "yield" && step.value !== null) return `__yield__=${reprValue(step.value)}`;
  if (step.event === "exception" && step.exception !== null) return `__exception__ = ${reprValue(step.exception.value)}`;
  return "";
}

function joinChanges(changes: readonly TrackedChange[]): string {
  return changes.map(({ name, text }) => `${name}=${text};`).join(" ");
}

function addVisit(visits: Visits, visit: Visit): void {
  const own = visits.get(visit.step.line);
  if (own === undefined) visits.set(visit.step.line, [visit]);
  else own.push(visit);
}

function toFragments(first: readonly Visit[], last: Visit | null): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const visit of first) {
    if (fragments.length > 0) fragments.push({ text: separate(fragments.at(-1)), step: null });
    fragments.push(visit);
  }
  if (last === null) return fragments;
  fragments.push({ text: `${separate(fragments.at(-1))}...; `, step: null }, last);
  return fragments;
}

function separate(previous: Fragment | undefined): string {
  return previous?.text.endsWith(";") ? " " : "; ";
}
