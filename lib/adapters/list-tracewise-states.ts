import type { Note } from "@/lib/adapters/adapter";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { findTarget, isSameCode } from "@/lib/adapters/target-frames";
import { type SnoopEntry, walkSnoopLog } from "@/lib/adapters/walk-snoop-log";
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

// Upstream strips at most 16 blanks of indentation; what is nested deeper it no longer recognizes.
const DEEPEST_LEVEL = 4;

const GROUPS = { starting: "input", new: "locals", modified: "locals", returned: "return", exception: "exception" } as const;

/**
 * The states that the study's released code reads from a PySnooper log (values cut to `valueLength` characters, depth 1, recursion of the
 * snooped function included): variables of one kind that change together are one state, in reverse order; states are numbered
 * group by group, groups in the order of their first appearance; a state belongs to the line of the last event in the log.
 */
export function listTracewiseStates(
  recording: Recording,
  valueLength: number,
): {
  readonly states: readonly TracewiseState[];
  readonly notes: readonly Note[];
} {
  const losses = noLosses();
  const grouper = new StateGrouper();
  const settings = {
    levels: findLevels(recording),
    maxLength: valueLength,
    repr: createRepr(losses, recording.header.pythonVersion),
  };
  const log = walkSnoopLog(recording, settings, (entry) => grouper.add(entry));
  return {
    states: grouper.finish(),
    notes: [
      { kind: "truncated", message: `Values cut in the middle to ${valueLength} characters, as released`, count: log.shortened },
      {
        kind: "not-representable",
        message: "Steps in functions that the release does not trace (depth 1)",
        count: log.unsnooped,
      },
      {
        kind: "not-representable",
        message: "States nested deeper than four calls, which the release loses",
        count: grouper.tooDeep,
      },
      ...listTrackerNotes(log.tracker),
      ...listReleaseNotes(recording),
      noteOutput(recording),
      ...listValueNotes(losses),
      ...listRecordingNotes(recording),
    ],
  };
}

function listReleaseNotes({ header, end }: Recording): readonly Note[] {
  const notes: Note[] = [];
  const script = "The release wraps a script in a function and traces two levels; here the module stands for that function";
  const raised =
    "The release gives no trace when an exception leaves the program; this is what its code makes of the log up to there";
  if (header.entry.kind === "script") notes.push({ kind: "assumption", message: script, count: 1 });
  if (end.status === "raised") notes.push({ kind: "assumption", message: raised, count: 1 });
  return notes;
}

// The release snoops one function by its code, so recursion into it is seen, and with scripts one level more.
function findLevels(recording: Recording): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  const target = findTarget(recording);
  if (target === null) return levels;
  for (const frame of recording.frames) {
    const parent = frame.parentFrame === null ? undefined : recording.frames[frame.parentFrame];
    if (isSameCode(frame, target)) levels.set(frame.frame, countAbove(frame, recording, levels));
    else if (target.kind === "module" && parent !== undefined && isSameCode(parent, target)) levels.set(frame.frame, 1);
  }
  return levels;
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

/** Reads the log entry by entry: merges variables of one kind that change together, and collects states by group. */
class StateGrouper {
  tooDeep = 0;
  private readonly groups = new Map<Group, (TracewiseState & { order: number })[]>();
  private line: number | null = null;
  private merging: { readonly kind: "starting" | "new" | "modified"; readonly step: Step; text: string } | null = null;

  add(entry: SnoopEntry): void {
    if (entry.level > DEEPEST_LEVEL && entry.kind !== "event" && entry.kind !== "ended") {
      this.tooDeep += 1;
      return;
    }
    if ("seen" in entry) {
      this.merge(entry.kind, `${entry.seen.name} = ${entry.seen.text}`, entry.step);
      return;
    }
    this.flush();
    if (entry.kind === "event") this.line = entry.step.line;
    else if (entry.kind !== "ended") this.push(GROUPS[entry.kind], firstLine(entry.text), entry.step);
  }

  finish(): readonly TracewiseState[] {
    this.flush();
    const states: TracewiseState[] = [];
    for (const group of this.groups.values()) {
      for (const state of group) {
        states.push(state);
        state.order = states.length;
      }
    }
    return states;
  }

  private merge(kind: "starting" | "new" | "modified", text: string, step: Step): void {
    if (this.merging?.kind === kind) {
      this.merging.text = `${text}, ${this.merging.text}`;
      return;
    }
    this.flush();
    this.merging = { kind, step, text };
  }

  private flush(): void {
    if (this.merging === null) return;
    this.push(GROUPS[this.merging.kind], this.merging.text, this.merging.step);
    this.merging = null;
  }

  private push(kind: Group, text: string, step: Step): void {
    // Variables stand before their event in the log, so the first ones belong to the line of the first event, their own.
    const state = { kind, line: this.line ?? step.line, order: 0, text, step };
    const group = this.groups.get(kind);
    if (group === undefined) this.groups.set(kind, [state]);
    else group.push(state);
  }
}

// The release reads the log with splitlines().
const LINE_ENDS = new Set("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029");

function firstLine(text: string): string {
  let end = 0;
  while (end < text.length && !LINE_ENDS.has(text.charAt(end))) end += 1;
  return text.slice(0, end);
}
