import type { Note } from "@/lib/adapters/adapter";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses } from "@/lib/adapters/list-notes";
import { listSnoopEntries, type SnoopEntry } from "@/lib/adapters/list-snoop-entries";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Frame, Recording, Step } from "@/lib/recordings/schema";

/** One numbered state of the study's release; `order` counts from 1, over inputs first, then the other groups. */
export type TracewiseState = {
  readonly kind: "input" | "locals" | "exception" | "return";
  readonly line: number;
  readonly order: number;
  readonly text: string;
  readonly step: Step;
};

const MAX_VARIABLE_LENGTH = 40;
// Upstream strips at most 16 blanks of indentation; what is nested deeper it no longer recognizes.
const DEEPEST_LEVEL = 4;

const GROUPS = { starting: "input", new: "locals", modified: "locals", returned: "return", exception: "exception" } as const;

/**
 * The states that the study's released code reads from a PySnooper log (values cut to 40 characters, depth 1, recursion of the
 * snooped function included): variables of one kind that change together are one state, in reverse order; states are numbered
 * group by group, groups in the order of their first appearance; a state belongs to the line of the last event in the log.
 */
export function listTracewiseStates(recording: Recording): {
  readonly states: readonly TracewiseState[];
  readonly notes: readonly Note[];
} {
  const losses = noLosses();
  const levels = findLevels(recording);
  const log = listSnoopEntries(recording, { levels, maxLength: MAX_VARIABLE_LENGTH, repr: createRepr(losses) });
  const { groups, tooDeep } = groupStates(log.entries);
  const states = [...groups.values()].flat().map((state, index) => ({ ...state, order: index + 1 }));
  const unseen = recording.steps.filter((step) => !levels.has(step.frame)).length;
  return {
    states,
    notes: [
      {
        kind: "truncated",
        message: `Values cut in the middle to ${MAX_VARIABLE_LENGTH} characters, as released`,
        count: log.shortened,
      },
      { kind: "not-representable", message: "Steps in functions that the release does not trace (depth 1)", count: unseen },
      { kind: "not-representable", message: "States nested deeper than four calls, which the release loses", count: tooDeep },
      ...listTrackerNotes(log.tracker),
      ...listScriptNotes(recording),
      ...listValueNotes(losses),
      ...listRecordingNotes(recording),
    ],
  };
}

function listScriptNotes(recording: Recording): readonly Note[] {
  const { kind } = recording.header.entry;
  const message = "The release wraps a script in a function and traces two levels; here the module stands for that function";
  return kind === "script" ? [{ kind: "assumption", message, count: 1 }] : [];
}

// The release snoops one function by its code, so recursion into it is seen, and with scripts one level more.
function findLevels(recording: Recording): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  const target = recording.frames.find((frame) => frame.parentFrame === null);
  if (target === undefined) return levels;
  for (const frame of recording.frames) {
    const parent = frame.parentFrame === null ? undefined : recording.frames[frame.parentFrame];
    if (isSameCode(frame, target)) levels.set(frame.frame, countAbove(frame, recording, levels));
    else if (target.kind === "module" && parent !== undefined && isSameCode(parent, target)) levels.set(frame.frame, 1);
  }
  return levels;
}

function isSameCode(frame: Frame, target: Frame): boolean {
  return frame.function === target.function && frame.firstLine === target.firstLine;
}

function countAbove(frame: Frame, recording: Recording, levels: ReadonlyMap<number, number>): number {
  let parent = frame.parentFrame;
  while (parent !== null) {
    const level = levels.get(parent);
    if (level !== undefined) return level + 1;
    parent = recording.frames[parent]?.parentFrame ?? null;
  }
  return 0;
}

type Group = (typeof GROUPS)[keyof typeof GROUPS];
type Unnumbered = Omit<TracewiseState, "order">;

function groupStates(entries: readonly SnoopEntry[]) {
  const groups = new Map<Group, Unnumbered[]>();
  let tooDeep = 0;
  let line = entries.find((entry) => entry.kind === "event")?.step.line ?? 1;
  let merged: string[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind === "event") line = entry.step.line;
    if (entry.kind === "event" || entry.kind === "ended") return;
    if (entry.level > DEEPEST_LEVEL) {
      tooDeep += 1;
      return;
    }
    merged.unshift("name" in entry ? `${entry.name} = ${entry.text}` : firstLine(entry.text));
    if ("name" in entry && entries[index + 1]?.kind === entry.kind) return;
    const kind = GROUPS[entry.kind];
    const own = groups.get(kind) ?? [];
    own.push({ kind, line, text: merged.join(", "), step: entry.step });
    groups.set(kind, own);
    merged = [];
  });
  return { groups, tooDeep };
}

// The release reads the log with splitlines().
const LINE_ENDS = new Set("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029");

function firstLine(text: string): string {
  const end = [...text].findIndex((character) => LINE_ENDS.has(character));
  return end < 0 ? text : [...text].slice(0, end).join("");
}
