import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { listTracewiseStates } from "@/lib/adapters/list-tracewise-states";
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
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderCodeexecutor,
};

const RANK = { input: 0, locals: 1, exception: 2, return: 3 } as const;

function renderCodeexecutor(recording: Recording, options: AdapterOptions): Rendering {
  const { states, notes } = listTracewiseStates(recording, readInteger(options, "valueLength"));
  const shown = states.filter(({ kind }) => kind !== "input");
  const text = new TraceText();
  shown
    .toSorted((a, b) => RANK[a.kind] - RANK[b.kind])
    .forEach((state, index) => {
      if (index > 0) text.write("\n");
      const row = state.kind === "locals" ? `<line> <${state.line}> <state>${state.text}</state>` : `<output>${state.text}`;
      text.writeStep(row, state.step);
    });
  const inputs = states.length - shown.length;
  return text.finish([
    { kind: "not-representable", message: "Arguments of calls, which the release does not print", count: inputs },
    ...notes,
  ]);
}
