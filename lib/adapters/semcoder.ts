import type { Adapter, AdapterOptions, Note, Rendering } from "@/lib/adapters/adapter";
import { annotateSource, type Fragment } from "@/lib/adapters/annotate-source";
import { listBodies } from "@/lib/adapters/choose-frames";
import { findSnoopedLine } from "@/lib/adapters/definition-line";
import { dumpJsonObject } from "@/lib/adapters/dump-json";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { readBoolean, readInteger } from "@/lib/adapters/read-option";
import { SemcoderLog, type SemcoderState } from "@/lib/adapters/semcoder-log";
import { TraceText } from "@/lib/adapters/trace-text";
import type { SeenValue } from "@/lib/adapters/track-values";
import { walkSnoopLog } from "@/lib/adapters/walk-snoop-log";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording } from "@/lib/recordings/schema";
import { splitAtLineFeeds } from "@/lib/recordings/split-source";

const MAX_VARIABLE_LENGTH = 100;
const SHOWN_FIRST = 2;

/**
 * SemCoder's concrete trace as its released code attaches it to a program: inputs, numbered states in JSON, the output and
 * exceptions as comments. Linear in the number of steps.
 */
export const semcoder: Adapter = {
  id: "semcoder",
  title: "SemCoder",
  label: "SemCoder",
  glyph: "S",
  colour: "semcoder",
  paper: {
    title: "SemCoder: Training Code Language Models with Comprehensive Semantics Reasoning",
    url: "https://arxiv.org/abs/2406.01006",
  },
  dialect: "released",
  version: "1",
  asReleased: true,
  description:
    "The program with a comment on every line that changed something: [STATE-k] with the changed variables as JSON, where k counts state changes from 0 after the input; [INPUT] on the first line, [OUTPUT] on the last, [EXCEPTION] where one was raised. As SemCoder's repository prints it, from PySnooper's log of the called function.",
  placement: "inline",
  mayShrink: true,
  options: [
    {
      name: "elided",
      label: "Leave out middle visits",
      description: "More than three states of a line become the first two, ... and the last.",
      type: "boolean",
      default: true,
    },
    {
      name: "numbered",
      label: "Numbered states",
      description: "[STATE-k] rather than plain [STATE].",
      type: "boolean",
      default: true,
    },
    {
      name: "asReleased",
      label: "As released",
      description:
        "Values and states with the release's defects: apostrophes in lists become quotation marks, tuples and dicts become strings, escapes are doubled, variables that change together can fall apart. Off: exact JSON wherever a value has one.",
      type: "boolean",
      default: true,
    },
    {
      name: "depth",
      label: "Call levels",
      description: "How many levels of calls are traced. The release traces one: the called function itself, without recursion.",
      type: "integer",
      default: 1,
      minimum: 1,
      maximum: 1000,
    },
  ],
  cutMark: (shown, all) => `# ... trace cut after step ${shown} of ${all}`,
  render: renderSemcoder,
};

function renderSemcoder(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const lines = splitAtLineFeeds(recording.header.source);
  const log = new SemcoderLog(readBoolean(options, "asReleased") ? "released" : "exact", (step) =>
    findSnoopedLine(step.line, lines),
  );
  const levels = findLevels(recording, readInteger(options, "depth"));
  const settings = { levels, maxLength: MAX_VARIABLE_LENGTH, repr: createRepr(losses, recording.header.pythonVersion) };
  const bodies = listBodies(recording);
  const summary = walkSnoopLog(recording, settings, (entry) => {
    // A module's end is no output.
    if (entry.kind !== "returned" || !bodies.has(entry.step.frame)) log.add(entry);
  });
  log.finish();
  const text = new TraceText();
  const { fragments, elided } = toFragments(log, options);
  const outside = annotateSource(text, { lines, opening: "", fragments });
  return text.finish([
    { kind: "elided", message: "States of a line left out between its first two and its last", count: elided },
    {
      kind: "truncated",
      message: `Values cut in the middle to ${MAX_VARIABLE_LENGTH} characters, as released`,
      count: summary.shortened,
    },
    { kind: "not-representable", message: "Steps in functions below the traced level", count: summary.unsnooped },
    { kind: "not-representable", message: "Exceptions without a message, which the release overlooks", count: log.overlooked },
    { kind: "not-representable", message: "States on lines outside of the program's text", count: outside },
    ...listTrackerNotes(summary.tracker),
    ...listScriptNotes(recording),
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function listScriptNotes(recording: Recording): readonly Note[] {
  const message = "The release traces functions only; here the script stands for the called function";
  return recording.header.entry.kind === "script" ? [{ kind: "assumption", message, count: 1 }] : [];
}

// Upstream snoops a function around the call with depth 2, so that the called function is the first level. A script is that level itself.
function findLevels(recording: Recording, depth: number): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const { frame, parentFrame } of recording.frames) {
    const above = parentFrame === null ? -1 : levels.get(parentFrame);
    if (above !== undefined && above + 1 < depth) levels.set(frame, above + 1);
  }
  return levels;
}

function toFragments(log: SemcoderLog, options: AdapterOptions) {
  const fragments = new Map<number, Fragment[]>();
  const add = (line: number, ...own: readonly Fragment[]): void => {
    fragments.set(line, [...(fragments.get(line) ?? []), ...own]);
  };
  if (log.first !== null)
    add(log.first.line, { text: ` # [INPUT] ${dumpValues(log, [...log.inputs.values()])} [/INPUT]`, step: log.first.step });
  const isNumbered = readBoolean(options, "numbered");
  const toText = (state: SemcoderState): readonly Fragment[] =>
    describeState(log, state, isNumbered ? `STATE-${state.order}` : "STATE");
  const head = readBoolean(options, "elided") ? SHOWN_FIRST : Number.POSITIVE_INFINITY;
  let elided = 0;
  for (const [line, states] of log.states) {
    const last = states.length > head + 1 ? states.at(-1) : undefined;
    const first = last === undefined ? states : states.slice(0, head);
    add(line, { text: " # ", step: null }, ...first.flatMap(toText));
    if (last === undefined) continue;
    elided += states.length - head - 1;
    add(line, { text: " ... ", step: null }, ...toText(last));
  }
  for (const { line, text, step } of log.exceptions) {
    if (line > 0) add(line, { text: " # ", step: null }, { text: `[EXCEPTION] ${text} [/EXCEPTION]`, step });
  }
  return { fragments, elided };
}

function describeState(log: SemcoderLog, { values, output, step }: SemcoderState, tag: string): readonly Fragment[] {
  const fragments: Fragment[] = [];
  if (values.length > 0) fragments.push({ text: `[${tag}] ${dumpValues(log, values)} [/${tag}]`, step });
  if (output !== null) fragments.push({ text: `[OUTPUT] ${log.read(output).output} [/OUTPUT]`, step: output.step });
  return fragments;
}

function dumpValues(log: SemcoderLog, values: readonly SeenValue[]): string {
  return dumpJsonObject(values.map((seen) => [seen.name, log.read(seen).json] as const));
}
