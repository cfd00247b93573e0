import { cutMiddle } from "@/lib/adapters/cut-middle";
import { type SeenValue, ValueTracker } from "@/lib/adapters/track-values";
import { describeException } from "@/lib/recordings/describe-exception";
import type { Recording, Step, Value } from "@/lib/recordings/schema";
import { walkMoments } from "@/lib/recordings/walk-moments";

/** One line of the log that PySnooper would have written; `level` is the indentation, 0 for the snooped function. */
export type SnoopEntry = { readonly step: Step; readonly level: number } & (
  | { readonly kind: "starting" | "new" | "modified"; readonly seen: SeenValue }
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

export type SnoopSummary = {
  /** Values whose text lost its middle. */
  readonly shortened: number;
  /** Steps in frames that are not snooped. */
  readonly unsnooped: number;
  readonly tracker: ValueTracker;
};

/**
 * Visits what PySnooper 1.2 prints for a recording, line by line: at every event of a snooped frame first the variables that are new
 * or modified (by the text of their values, in the order of the code object), then the event, then what was returned or raised.
 * Two published formats are made from that log, so its order and its blind spots are theirs.
 */
export function walkSnoopLog(
  recording: Recording,
  { levels, maxLength, repr }: SnoopSettings,
  onEntry: (entry: SnoopEntry) => void,
): SnoopSummary {
  let shortened = 0;
  let unsnooped = 0;
  const shorten = (text: string): string => {
    const short = cutMiddle(text, maxLength);
    if (short !== text) shortened += 1;
    return short;
  };
  const tracker = new ValueTracker((value) => shorten(repr(value)));
  const orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  const onVariables = (step: Step, level: number): void => {
    const first = step.event === "call" ? "starting" : "new";
    for (const seen of sortByName(tracker.apply(step), orders.get(step.frame) ?? []))
      onEntry({ kind: seen.isNew ? first : "modified", seen, step, level });
  };
  const writer: Writer = { onEntry, onVariables, shorten, repr, tracker };
  walkMoments(recording, {
    onEffect: (step) => {
      const level = levels.get(step.frame);
      if (level !== undefined) onVariables(step, level);
    },
    onEvent: (step) => {
      const level = levels.get(step.frame);
      if (level === undefined) unsnooped += 1;
      else writeEvent(writer, step, level);
    },
  });
  return { shortened, unsnooped, tracker };
}

function sortByName(seen: readonly SeenValue[], order: readonly string[]): readonly SeenValue[] {
  if (seen.length < 2) return seen;
  const rank = ({ name }: SeenValue): number => {
    const index = order.indexOf(name);
    return index < 0 ? order.length : index;
  };
  return seen.toSorted((a, b) => rank(a) - rank(b));
}

type Writer = {
  readonly onEntry: (entry: SnoopEntry) => void;
  readonly onVariables: (step: Step, level: number) => void;
  readonly shorten: (text: string) => string;
  readonly repr: (value: Value) => string;
  readonly tracker: ValueTracker;
};

function writeEvent({ onEntry, onVariables, shorten, repr, tracker }: Writer, step: Step, level: number): void {
  switch (step.event) {
    case "call":
      onVariables(step, level);
      onEntry({ kind: "event", event: "call", step, level });
      return;
    case "resume":
      // PySnooper forgets a frame at every yield, so all its variables start anew.
      for (const seen of tracker.list(step.frame)) onEntry({ kind: "starting", seen, step, level });
      onEntry({ kind: "event", event: "call", step, level });
      return;
    case "line":
      onEntry({ kind: "event", event: "line", step, level });
      return;
    case "exception":
      onEntry({ kind: "event", event: "exception", step, level });
      if (step.exception !== null)
        onEntry({ kind: "exception", text: shorten(describeException(step.exception).trim()), step, level });
      return;
    case "return":
    case "yield":
      onEntry({ kind: "event", event: "return", step, level });
      if (step.value !== null) onEntry({ kind: "returned", text: shorten(repr(step.value)), value: step.value, step, level });
      return;
    case "unwind":
      onEntry({ kind: "ended", step, level });
  }
}
