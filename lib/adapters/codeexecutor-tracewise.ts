import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { listTracewiseStates, type TracewiseState } from "@/lib/adapters/list-tracewise-states";
import { readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { tracewiseDialect } from "@/lib/adapters/tracewise-dialect";
import type { Recording } from "@/lib/recordings/schema";

/** `TPL_CODEEXECUTOR` of the study's repository: changes, then exceptions, then returns; no inputs. Linear in the number of steps. */
export const codeexecutorTracewise: Adapter = {
  id: "codeexecutor@tracewise",
  title: "CodeExecutor, as released with the study",
  label: "CodeExec·tw",
  glyph: "x",
  colour: "codeexecutor",
  ...tracewiseDialect,
  description:
    "What the study's repository prints under the name CodeExecutor (TPL_CODEEXECUTOR): 1-based lines and only the variables that changed, where the original has 0-based lines and the full state; long values cut in the middle; exceptions and return values as <output> at the end. Arguments are not shown.",
  placement: "block",
  mayShrink: false,
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderCodeexecutor,
};

const ORDER = ["locals", "exception", "return"] as const;

function renderCodeexecutor(recording: Recording, options: AdapterOptions): Rendering {
  const { states, notes } = listTracewiseStates(recording, readInteger(options, "valueLength"));
  const text = new TraceText();
  let separator = "";
  for (const kind of ORDER) {
    for (const state of states) {
      if (state.kind !== kind) continue;
      text.write(separator);
      text.writeStep(describeState(state), state.step);
      separator = "\n";
    }
  }
  const inputs = states.filter(({ kind }) => kind === "input").length;
  return text.finish([
    { kind: "not-representable", message: "Arguments of calls, which the release does not print", count: inputs },
    ...notes,
  ]);
}

function describeState({ kind, line, text }: TracewiseState): string {
  return kind === "locals" ? `<line> <${line}> <state>${text}</state>` : `<output>${text}`;
}
