import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { listTracewiseStates, type TracewiseState } from "@/lib/adapters/list-tracewise-states";
import { readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { tracewiseDialect } from "@/lib/adapters/tracewise-dialect";
import { reprString } from "@/lib/recordings/repr-string";
import type { Recording } from "@/lib/recordings/schema";

/** `TPL_CONCISETRACE` of the study's repository: inputs, then changes, then exceptions, then returns. Linear in the number of steps. */
export const conciseTracewise: Adapter = {
  id: "concise@tracewise",
  title: "Concise, as released",
  label: "Concise·tw",
  glyph: "c",
  colour: "concise",
  ...tracewiseDialect,
  description:
    "The Concise trace as the study's repository prints it (TPL_CONCISETRACE): rows by group (inputs, changes, exceptions, returns), variables that change together in one row and in reverse order, long values cut in the middle, only the called function and its own recursion.",
  placement: "block",
  mayShrink: false,
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderConcise,
};

const ORDER = ["input", "locals", "exception", "return"] as const;

function renderConcise(recording: Recording, options: AdapterOptions): Rendering {
  const { states, notes } = listTracewiseStates(recording, readInteger(options, "valueLength"));
  const text = new TraceText();
  let separator = "";
  for (const kind of ORDER) {
    for (const state of states) {
      if (state.kind !== kind) continue;
      text.write(separator);
      text.writeStep(`[L${state.line}] ${describeState(state)} [/L${state.line}]`, state.step);
      separator = "\n";
    }
  }
  return text.finish(notes);
}

function describeState({ kind, text }: TracewiseState): string {
  if (kind === "locals") return text;
  return kind === "input" ? `[INPUT] [${reprString(text)}] [/INPUT]` : `[OUTPUT] ${text} [/OUTPUT]`;
}
