import type { Adapter, Rendering } from "@/lib/adapters/adapter";
import { listTracewiseStates } from "@/lib/adapters/list-tracewise-states";
import { TraceText } from "@/lib/adapters/trace-text";
import type { Recording } from "@/lib/recordings/schema";

/** `TPL_CODEEXECUTOR` of the study's repository: changes, then exceptions, then returns; no inputs. Linear in the number of steps. */
export const codeexecutorTracewise: Adapter = {
  id: "codeexecutor@tracewise",
  title: "CodeExecutor, as released with the study",
  label: "CodeExec·tw",
  glyph: "x",
  colour: "codeexecutor",
  paper: {
    title: "Do Code Semantics Help? A Comprehensive Study on Execution Trace-Based Information for Code LLMs",
    url: "https://arxiv.org/abs/2509.11686",
  },
  dialect: "tracewise",
  version: "1",
  asReleased: true,
  description:
    "What the study's repository prints under the name CodeExecutor (TPL_CODEEXECUTOR): 1-based lines and only the variables that changed, where the original has 0-based lines and the full state; values cut in the middle to 40 characters; exceptions and return values as <output> at the end. Arguments are not shown.",
  placement: "block",
  options: [],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderCodeexecutor,
};

const RANK = { input: 0, locals: 1, exception: 2, return: 3 } as const;

function renderCodeexecutor(recording: Recording): Rendering {
  const { states, notes } = listTracewiseStates(recording);
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
