import { cutMiddle } from "@/lib/adapters/cut-middle";
import { ValueTracker } from "@/lib/adapters/track-values";
import { listMoments, type Moment } from "@/lib/recordings/list-moments";
import type { Recording, Step, Value } from "@/lib/recordings/schema";

/** One line of the log that PySnooper would have written; `level` is the indentation, 0 for the snooped function. */
export type SnoopEntry = { readonly step: Step; readonly level: number } & (
  | { readonly kind: "starting" | "new" | "modified"; readonly name: string; readonly text: string; readonly value: Value }
  | { readonly kind: "event"; readonly event: "call" | "line" | "return" | "exception" }
  | { readonly kind: "returned"; readonly text: string; readonly value: Value }
  | { readonly kind: "exception"; readonly text: string }
  | { readonly kind: "ended" }
);

export type SnoopSettings = {
  /** The frames that are snooped, with their level. */
  readonly levels: ReadonlyMap<number, number>;
  /** `max_variable_length`: longer values lose their middle. */
  readonly maxLength: number;
  readonly repr: (value: Value) => string;
};

export type SnoopLog = {
  readonly entries: readonly SnoopEntry[];
  /** Values whose text lost its middle. */
  readonly shortened: number;
  readonly tracker: ValueTracker;
};

type Writer = {
  readonly entries: SnoopEntry[];
  readonly tracker: ValueTracker;
  readonly orders: ReadonlyMap<number, readonly string[]>;
};

/**
 * What PySnooper 1.2 prints for a recording, as data: at every event of a snooped frame first the variables
 * that are new or modified (by the text of their values, in the order of the code object), then the event, then what was returned or raised.
 * Two published formats are made from that log, so its order and its blind spots are theirs.
 */
export function listSnoopEntries(recording: Recording, { levels, maxLength, repr }: SnoopSettings): SnoopLog {
  let shortened = 0;
  const shorten = (text: string): string => {
    const short = cutMiddle(text, maxLength);
    if (short !== text) shortened += 1;
    return short;
  };
  const tracker = new ValueTracker((value) => shorten(repr(value)));
  const orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  const writer: Writer = { entries: [], tracker, orders };
  for (const moment of listMoments(recording)) {
    const level = levels.get(moment.step.frame);
    if (level === undefined) continue;
    if (moment.kind === "effect") writeChanges(writer, moment, level);
    else writeEvent(writer, moment, { level, shorten, repr });
  }
  return { entries: writer.entries, shortened, tracker };
}

function writeChanges({ entries, tracker, orders }: Writer, { step }: Moment, level: number): void {
  const changes = tracker.apply(step.frame, step.changes);
  const sorted = changes.length > 1 ? sortByName(changes, orders.get(step.frame) ?? []) : changes;
  const first = step.event === "call" ? "starting" : "new";
  for (const { isNew, name, text, value } of sorted)
    entries.push({ kind: isNew ? first : "modified", name, text, value, step, level });
}

function sortByName<T extends { readonly name: string }>(changes: readonly T[], order: readonly string[]): readonly T[] {
  const rank = (change: T): number => {
    const index = order.indexOf(change.name);
    return index < 0 ? order.length : index;
  };
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

type EventContext = {
  readonly level: number;
  readonly shorten: (text: string) => string;
  readonly repr: (value: Value) => string;
};

function writeEvent(writer: Writer, moment: Moment, { level, shorten, repr }: EventContext): void {
  const { entries, tracker } = writer;
  const { step } = moment;
  switch (step.event) {
    case "call":
      writeChanges(writer, moment, level);
      entries.push({ kind: "event", event: "call", step, level });
      return;
    case "resume":
      // PySnooper forgets a frame at every yield, so all its variables start anew.
      for (const known of tracker.listKnown(step.frame)) entries.push({ kind: "starting", ...known, step, level });
      entries.push({ kind: "event", event: "call", step, level });
      return;
    case "line":
      entries.push({ kind: "event", event: "line", step, level });
      return;
    case "exception":
      entries.push({ kind: "event", event: "exception", step, level });
      if (step.exception !== null)
        entries.push({ kind: "exception", text: shorten(describeException(step.exception)), step, level });
      return;
    case "return":
    case "yield":
      entries.push({ kind: "event", event: "return", step, level });
      if (step.value !== null)
        entries.push({ kind: "returned", text: shorten(repr(step.value)), value: step.value, step, level });
      return;
    case "unwind":
      entries.push({ kind: "ended", step, level });
  }
}

function describeException({ type, message }: { readonly type: string; readonly message: string }): string {
  return message === "" ? type : `${type}: ${message}`.trim();
}
