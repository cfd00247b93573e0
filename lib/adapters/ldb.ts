import type { Adapter, AdapterOptions, Note, Rendering } from "@/lib/adapters/adapter";
import { collectProbedValues } from "@/lib/adapters/collect-probed-values";
import { findDefinitionLine } from "@/lib/adapters/definition-line";
import { ExecutedBlocks, type TextBlock } from "@/lib/adapters/executed-blocks";
import { listFirstCallLines } from "@/lib/adapters/first-call-lines";
import { listRecordingNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { type LineRange, placeProbes } from "@/lib/adapters/place-probes";
import { readInteger } from "@/lib/adapters/read-option";
import { createStr } from "@/lib/adapters/str-value";
import { findNamedTarget } from "@/lib/adapters/target-frames";
import { TraceText } from "@/lib/adapters/trace-text";
import type { Frame, Recording } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

const HALF = 5;
const MOST = 1000;

/**
 * LDB's basic blocks as its released code prints them: the executed lines of the first call, block by block, between the variables before and
 * after. Linear in the number of steps.
 */
export const ldb: Adapter = {
  id: "ldb",
  title: "LDB",
  label: "LDB",
  glyph: "B",
  colour: "ldb",
  paper: {
    title: "Debug like a Human: A Large Language Model Debugger via Verifying Runtime Execution Step-by-step",
    url: "https://arxiv.org/abs/2402.16906",
  },
  dialect: "as released",
  version: "1",
  asReleased: true,
  description:
    "The lines of the first call in the order of their execution, cut into the basic blocks of the program, each with the variables before and after it in comments. Values print as str does and a comment keeps its first and last 50 characters; of more than ten blocks the first and the last five are shown and numbered anew. After the repository of the paper's authors, defects included.",
  placement: "block",
  mayShrink: true,
  options: [
    {
      name: "first",
      label: "First blocks shown",
      description:
        "How many blocks are shown from the beginning when there are more than first and last blocks; 0 and 0 show all.",
      type: "integer",
      default: HALF,
      minimum: 0,
      maximum: MOST,
    },
    {
      name: "last",
      label: "Last blocks shown",
      description: "How many blocks are shown from the end when there are more than first and last blocks; 0 and 0 show all.",
      type: "integer",
      default: HALF,
      minimum: 0,
      maximum: MOST,
    },
  ],
  cutMark: (shown, all) => `# ... trace cut after step ${shown} of ${all}`,
  render: renderLdb,
};

function renderLdb(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const target = findNamedTarget(recording);
  const lines = listFirstCallLines(recording, target);
  const blocks = new ExecutedBlocks(recording, lines.steps, {
    first: readInteger(options, "first"),
    last: readInteger(options, "last"),
  });
  const probes = target === null ? [] : placeProbes(recording.header.source, findRange(recording, target));
  const describe = createStr(losses, recording.header.pythonVersion);
  if (probes !== null) collectProbedValues(recording, { probes, describe }, (values) => blocks.add(values));
  const { shown, left } = blocks.finish();
  const text = new TraceText();
  shown.forEach((block, index) => {
    writeBlock(text, block, index);
  });
  return text.finish([
    { kind: "elided", message: "Blocks between the first and the last that are shown", count: left },
    { kind: "elided", message: "Executed lines after the last block, which the release loses", count: blocks.lost },
    { kind: "truncated", message: "Comments that keep the first and last 50 characters of the variables", count: blocks.cut },
    {
      kind: "not-representable",
      message: "Steps outside of the first call or below it, which the release does not show",
      count: lines.other,
    },
    { kind: "not-representable", message: "Exceptions (the format has no text for them)", count: countExceptions(recording) },
    ...listReleaseNotes(recording, probes === null),
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function writeBlock(text: TraceText, { rows }: TextBlock, index: number): void {
  text.write(index === 0 ? "[BLOCK-0]" : `\n[BLOCK-${index}]`);
  for (const { text: row, step } of rows) {
    text.write("\n");
    if (row === "") continue;
    text.writeStep(row, step);
  }
}

/** The lines of the target's function, from its `def`; of the whole program for a script. */
function findRange({ header }: Recording, { kind, firstLine, lastLine }: Frame): LineRange {
  const lines = splitSource(header.source);
  return kind === "module" ? { first: 1, last: lines.length } : { first: findDefinitionLine(firstLine, lines), last: lastLine };
}

function countExceptions({ steps }: Recording): number {
  return steps.reduce((sum, { event }) => sum + (event === "exception" ? 1 : 0), 0);
}

function listReleaseNotes({ header, end }: Recording, hasNoValues: boolean): readonly Note[] {
  const broken =
    "The release's prints would stand within a statement or at a wrong indentation, so it has all lines in one block without values";
  const raised =
    "The release gives no trace when an exception leaves the program; this is what its code makes of the run up to there";
  const script = "The release traces one call of one function; here the module stands for that function";
  return [
    { kind: "assumption", message: broken, count: hasNoValues ? 1 : 0 },
    { kind: "assumption", message: raised, count: end.status === "raised" ? 1 : 0 },
    { kind: "assumption", message: script, count: header.entry.kind === "script" ? 1 : 0 },
  ];
}
