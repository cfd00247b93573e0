import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { annotateSource } from "@/lib/adapters/annotate-source";
import { groupTracewiseLines } from "@/lib/adapters/group-tracewise-lines";
import { listTracewiseStates, type TracewiseState } from "@/lib/adapters/list-tracewise-states";
import { readInteger } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { tracewiseDialect } from "@/lib/adapters/tracewise-dialect";
import { reprString } from "@/lib/recordings/repr-string";
import type { Recording } from "@/lib/recordings/schema";
import { splitAtLineFeeds } from "@/lib/recordings/split-source";

/** `TPL_NEXT` of the study's repository: the program with its states as comments. Linear in the number of steps. */
export const nextTracewise: Adapter = {
  id: "next@tracewise",
  title: "NExT, as released with the study",
  label: "NExT·tw",
  glyph: "n",
  colour: "next",
  ...tracewiseDialect,
  description:
    "What the study's repository prints under the name NExT (TPL_NEXT): the program with a list of changes behind each line, numbered from 1 and starting with the arguments; long values cut in the middle; a return or an exception replaces whatever else its line did.",
  placement: "inline",
  mayShrink: true,
  cutMark: (shown, all) => `# ... trace cut after step ${shown} of ${all}`,
  render: renderNext,
};

function renderNext(recording: Recording, options: AdapterOptions): Rendering {
  const { states, notes } = listTracewiseStates(recording, readInteger(options, "valueLength"));
  const { lines, elided, replaced } = groupTracewiseLines(states, describeState);
  const text = new TraceText();
  const outside = annotateSource(text, { lines: splitAtLineFeeds(recording.header.source), opening: " #", fragments: lines });
  return text.finish([
    { kind: "elided", message: "Visits of a line left out between its first two and its last", count: elided },
    {
      kind: "elided",
      message: "States replaced by the return, the exception or the arguments on their line, as released",
      count: replaced,
    },
    { kind: "not-representable", message: "Steps on lines outside of the program's text", count: outside },
    ...notes,
  ]);
}

function describeState({ kind, order, text }: TracewiseState): string {
  return kind === "return" || kind === "exception" ? `__return__=${text}` : `(${order}) [${reprString(text)}]`;
}
