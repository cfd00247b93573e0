import type { SnoopEntry } from "@/lib/adapters/list-snoop-entries";
import { readExactValue, readReleasedValue, type SemcoderValue } from "@/lib/adapters/semcoder-value";
import type { Step } from "@/lib/recordings/schema";

/** What SemCoder attaches to one line of the program for one visit. */
export type SemcoderState = {
  readonly order: number;
  readonly step: Step;
  readonly values: Map<string, string>;
  output: { readonly text: string; readonly step: Step } | null;
};

export type SemcoderLog = {
  readonly inputLine: number | null;
  readonly inputStep: Step | null;
  readonly inputs: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<number, readonly SemcoderState[]>;
  readonly exceptions: readonly { readonly line: number; readonly text: string; readonly step: Step }[];
};

export type LogReading = {
  readonly entries: readonly SnoopEntry[];
  /** Lines as the log counts them: the line of a `def` stands for its decorators. */
  readonly toLine: (entry: SnoopEntry) => number;
  readonly asReleased: boolean;
};

type Logged = {
  readonly visit: number;
  readonly order: number;
  readonly name: string;
  readonly json: string;
  readonly step: Step;
};

/**
 * Reads a PySnooper log as SemCoder's released code does: inputs by name, changes under the line of the last event, numbered by how
 * many events with changes lie before, the last return value on the last line. Source: `attach_trace_to_code`.
 */
export function readSemcoderLog({ entries, toLine, asReleased }: LogReading): SemcoderLog {
  const toValue = asReleased ? readReleasedValue : null;
  const inputs = new Map<string, string>();
  const logged = new Map<number, Logged[]>();
  const visits = new Map<number, number>();
  const exceptions: { line: number; text: string; step: Step }[] = [];
  let [line, order, hasChanged] = [0, 0, false];
  let output: { text: string; step: Step } | null = null;
  let first: { line: number; step: Step } | null = null;
  const visit = (number: number): void => {
    line = number;
    visits.set(line, (visits.get(line) ?? -1) + 1);
    if (hasChanged) order += 1;
    hasChanged = false;
  };
  for (const entry of entries) {
    if (entry.kind === "event") {
      visit(toLine(entry));
      first ??= { line, step: entry.step };
    } else if (entry.kind === "starting") inputs.set(entry.name, readValue(entry, toValue).json);
    else if (entry.kind === "returned") output = { text: readValue(entry, toValue).output, step: entry.step };
    else if (entry.kind === "exception") {
      exceptions.push({ line, text: entry.text, step: entry.step });
      const misread = asReleased ? findMisreadLine(entry.text) : null;
      if (misread !== null) visit(misread);
    } else if (entry.kind !== "ended") {
      const own = logged.get(line) ?? [];
      own.push({ visit: visits.get(line) ?? 0, order, name: entry.name, json: readValue(entry, toValue).json, step: entry.step });
      logged.set(line, own);
      hasChanged = true;
    }
  }
  const states = new Map<number, SemcoderState[]>();
  for (const [number, own] of logged) states.set(number, asReleased ? groupAsReleased(own) : groupByVisit(own));
  if (output !== null) attachOutput({ states, line, order, output });
  return { inputLine: first?.line ?? null, inputStep: first?.step ?? null, inputs, states, exceptions };
}

function readValue(
  entry: Extract<SnoopEntry, { value: unknown }>,
  toValue: ((text: string) => SemcoderValue) | null,
): SemcoderValue {
  return toValue === null ? readExactValue(entry.value, entry.text) : toValue(entry.text);
}

// The release takes any third word that is a number for a line number: `Exception:..... KeyError: 3`.
function findMisreadLine(text: string): number | null {
  const word = text.trim().split(/\s+/)[1] ?? "";
  return /^[+-]?\d+(?:_\d+)*$/.test(word) ? Number(word.replaceAll("_", "")) : null;
}

// The release compares the number of the visit with the number of states so far, so once a visit has changed nothing, variables
// that change together fall apart into states of one number.
function groupAsReleased(logged: readonly Logged[]): SemcoderState[] {
  const states: SemcoderState[] = [];
  for (const { visit, order, name, json, step } of logged) {
    const known = states[visit];
    if (known === undefined) states.push({ order, step, values: new Map([[name, json]]), output: null });
    else known.values.set(name, json);
  }
  return states;
}

function groupByVisit(logged: readonly Logged[]): SemcoderState[] {
  const states = new Map<number, SemcoderState>();
  for (const { order, name, json, step } of logged) {
    const known = states.get(order);
    if (known === undefined) states.set(order, { order, step, values: new Map([[name, json]]), output: null });
    else known.values.set(name, json);
  }
  return [...states.values()];
}

type Ending = {
  readonly states: Map<number, SemcoderState[]>;
  readonly line: number;
  readonly order: number;
  readonly output: { readonly text: string; readonly step: Step };
};

function attachOutput({ states, line, order, output }: Ending): void {
  const first = states.get(line)?.[0];
  if (first === undefined) states.set(line, [{ order, step: output.step, values: new Map(), output }]);
  else first.output = output;
}
