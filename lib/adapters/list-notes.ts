import type { Note } from "@/lib/adapters/adapter";
import type { ValueTracker } from "@/lib/adapters/track-values";
import type { ReprLosses } from "@/lib/recordings/repr-value";
import type { Recording } from "@/lib/recordings/schema";

export const noLosses = (): ReprLosses => ({ cut: 0, opaque: 0, objects: 0, addresses: 0 });

/** Notes on values that a `repr` could not show as Python prints them. */
export function listValueNotes(losses: ReprLosses): readonly Note[] {
  return [
    { kind: "truncated", message: "Values so long that only their head and tail were recorded", count: losses.cut },
    {
      kind: "not-representable",
      message: "Values nested too deep or of a kind that is not opened, shown as <type ...>",
      count: losses.opaque,
    },
    {
      kind: "not-representable",
      message: "Objects and subclasses of built-in types shown by their content, because their own __repr__ is never run",
      count: losses.objects,
    },
    {
      kind: "not-representable",
      message: "Functions, classes, generators and the like, shown without the address that Python prints",
      count: losses.addresses,
    },
  ];
}

/** Notes on what the recording itself lacks: steps that were not recorded, limits of the capture, a program without steps. */
export function listRecordingNotes(recording: Recording): readonly Note[] {
  const { completeness, captureNotes, status, reason } = recording.end;
  const notes: Note[] = captureNotes.map((message) => ({ kind: "truncated", message, count: 1 }));
  if (completeness.kind === "truncated")
    notes.push({ kind: "truncated", message: "Steps that are not in the recording", count: completeness.dropped });
  if (completeness.kind === "lost-after")
    notes.push({
      kind: "truncated",
      message: `The recording breaks off after step ${completeness.step}: ${completeness.reason}`,
      count: 1,
    });
  notes.push({
    kind: "not-representable",
    message: "Statements that make a variable global; changes of globals by functions are not recorded",
    count: recording.frames.some(({ kind }) => kind === "module") ? 0 : countGlobals(recording.header.source),
  });
  if (recording.steps.length === 0)
    notes.push({ kind: "not-representable", message: `There is no step to show (${status}): ${reason}`, count: 1 });
  else if (recording.phase === "load")
    notes.push({
      kind: "assumption",
      message: "The entry was not reached; the steps are those of loading the program",
      count: 1,
    });
  return notes;
}

function countGlobals(source: string): number {
  return source.match(/^[ \t]*global[ \t]/gm)?.length ?? 0;
}

/** Notes on changes that have no text of their own, for formats that show changes. */
export function listTrackerNotes(tracker: ValueTracker): readonly Note[] {
  return [noteDeletions(tracker.deleted), noteUnseen(tracker)];
}

/** A note on deletions, for formats that cannot show them. */
export function noteDeletions(count: number): Note {
  return { kind: "not-representable", message: "Deletions of variables (the format has no text for them)", count };
}

/** A note on mutations that the text of a value does not show. */
export function noteUnseen({ unseen }: ValueTracker): Note {
  return { kind: "not-representable", message: "Changes inside a value whose text stays the same", count: unseen };
}

/** A note on what the program wrote, for formats that show no output. */
export function noteOutput({ steps }: Recording): Note {
  const count = steps.reduce((sum, { output }) => sum + (output === "" ? 0 : 1), 0);
  return { kind: "not-representable", message: "Steps that write output, which the format does not show", count };
}
