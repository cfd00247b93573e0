import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { groupTracewiseLines } from "@/lib/adapters/group-tracewise-lines";
import { listTracewiseStates, type TracewiseState } from "@/lib/adapters/list-tracewise-states";
import { readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { tracewiseDialect } from "@/lib/adapters/tracewise-dialect";
import type { Recording } from "@/lib/recordings/schema";

/** `TPL_OUR01` of the study's repository, which its test-time tables call SemCoder: one bullet per line. Linear in the number of steps. */
export const semcoderTracewise: Adapter = {
  id: "semcoder@tracewise",
  title: "SemCoder, as released with the study",
  label: "SemCoder·tw",
  glyph: "s",
  colour: "semcoder",
  ...tracewiseDialect,
  description:
    "The bullet list that the study's test-time experiments use under the name SemCoder (TPL_OUR01 in its repository): per line the numbered changes of its first two visits and its last; long values cut in the middle; a return or an exception replaces whatever else its line did. It shares no text with SemCoder's own trace.",
  placement: "block",
  mayShrink: true,
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderSemcoder,
};

function renderSemcoder(recording: Recording, options: AdapterOptions): Rendering {
  const { states, notes } = listTracewiseStates(recording, readInteger(options, "valueLength"));
  const { lines, elided, replaced } = groupTracewiseLines(states, describeState);
  const text = new TraceText();
  [...lines.keys()]
    .sort((a, b) => a - b)
    .forEach((line, index) => {
      text.write(`${index > 0 ? "\n" : ""}* line ${line}: `);
      for (const fragment of lines.get(line) ?? []) {
        if (fragment.step === null) text.write(fragment.text);
        else text.writeStep(fragment.text, fragment.step);
      }
    });
  return text.finish([
    { kind: "elided", message: "Visits of a line left out between its first two and its last", count: elided },
    {
      kind: "elided",
      message: "States replaced by the return, the exception or the arguments on their line, as released",
      count: replaced,
    },
    ...notes,
  ]);
}

function describeState({ kind, order, text }: TracewiseState): string {
  return kind === "return" || kind === "exception" ? `__return__=${text}` : `(${order}) ${text}`;
}
