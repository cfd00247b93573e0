import { readExactValue, readReleasedValue, type SemcoderValue } from "@/lib/adapters/semcoder-value";
import type { SeenValue } from "@/lib/adapters/track-values";
import type { SnoopEntry } from "@/lib/adapters/walk-snoop-log";
import type { Step, Value } from "@/lib/recordings/schema";

/** What SemCoder attaches to one line of the program for one visit. */
export type SemcoderState = {
  readonly order: number;
  /** The visit of the line, and the step whose effect it is. */
  readonly visit: number;
  readonly step: Step;
  readonly values: SeenValue[];
  output: SemcoderOutput | null;
};

type SemcoderOutput = { readonly text: string; readonly value: Value; readonly step: Step };

/** Values as the release reads them, with its defects, or exactly. */
export type Reading = "released" | "exact";

/**
 * Reads a PySnooper log as SemCoder's released code does: inputs by name, changes under the line of the last event, numbered by how
 * many events with changes lie before, the last return value on the last line. Source: `attach_trace_to_code`.
 */
export class SemcoderLog {
  readonly inputs = new Map<string, SeenValue>();
  readonly states = new Map<number, SemcoderState[]>();
  readonly exceptions: { readonly line: number; readonly text: string; readonly step: Step }[] = [];
  /** Exceptions that the release does not show. */
  overlooked = 0;
  first: { readonly line: number; readonly step: Step } | null = null;
  private readonly visits = new Map<number, number>();
  private line = 0;
  private order = 0;
  private hasChanged = false;
  private output: SemcoderOutput | null = null;

  /** `toLine` gives an event's line as the log counts it. */
  constructor(
    private readonly reading: Reading,
    private readonly toLine: (step: Step) => number,
  ) {}

  add(entry: SnoopEntry): void {
    const { kind, step } = entry;
    if (kind === "event") {
      this.visit(entry.event === "call" ? this.toLine(step) : step.line);
      this.first ??= { line: this.line, step };
    } else if (kind === "starting") this.inputs.set(entry.seen.name, entry.seen);
    else if (kind === "returned") this.output = { text: entry.text, value: entry.value, step };
    else if (kind === "exception") this.addException(entry.text, step);
    else if (kind !== "ended") this.addChange(entry.seen, step);
  }

  /** The output goes to the line of the last event, into its first state when it has one. */
  finish(): void {
    if (this.output === null) return;
    const first = this.states.get(this.line)?.[0];
    if (first !== undefined) first.output = this.output;
    else {
      const { order, output } = this;
      this.states.set(this.line, [{ order, visit: 0, step: output.step, values: [], output }]);
    }
  }

  private visit(line: number): void {
    this.line = line;
    this.visits.set(line, (this.visits.get(line) ?? -1) + 1);
    if (this.hasChanged) this.order += 1;
    this.hasChanged = false;
  }

  // The release reads the log word by word: it overlooks exceptions without a message (too few words), and takes a number in third
  // place for a line (`Exception:..... KeyError: 3`).
  private addException(text: string, step: Step): void {
    const [, second] = text.trim().split(/\s+/);
    if (this.reading === "released" && second === undefined) {
      this.overlooked += 1;
      return;
    }
    this.exceptions.push({ line: this.line, text, step });
    if (this.reading === "released" && second !== undefined && /^[+-]?\d+(?:_\d+)*$/.test(second))
      this.visit(Number(second.replaceAll("_", "")));
  }

  private addChange(seen: SeenValue, step: Step): void {
    const visit = this.visits.get(this.line) ?? 0;
    const states = this.states.get(this.line) ?? [];
    if (states.length === 0) this.states.set(this.line, states);
    // The release compares the number of the visit with the number of states so far, so once a visit has changed nothing,
    // variables that change together fall apart into states of one number.
    const known = this.reading === "released" ? states[visit] : findVisit(states, visit);
    if (known === undefined) states.push({ order: this.order, visit, step, values: [seen], output: null });
    else addByName(known.values, seen);
    this.hasChanged = true;
  }

  /** A logged value in the chosen reading. */
  read({ text, value }: Pick<SeenValue, "text" | "value">): SemcoderValue {
    return this.reading === "released" ? readReleasedValue(text) : readExactValue(value, text);
  }
}

// A name that is set again keeps its place, as in a Python dict.
function addByName(values: SeenValue[], seen: SeenValue): void {
  const place = values.findIndex(({ name }) => name === seen.name);
  if (place < 0) values.push(seen);
  else values[place] = seen;
}

function findVisit(states: readonly SemcoderState[], visit: number): SemcoderState | undefined {
  const last = states.at(-1);
  return last?.visit === visit ? last : undefined;
}
