import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, scopeOption } from "@/lib/adapters/choose-frames";
import { FrameTexts } from "@/lib/adapters/frame-texts";
import { listRecordingNotes, listValueNotes, noLosses } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { createTokenText } from "@/lib/adapters/token-text";
import { TraceText } from "@/lib/adapters/trace-text";
import { listMoments } from "@/lib/recordings/list-moments";
import type { Recording, Step } from "@/lib/recordings/schema";

// The released vocabulary has the tokens <0> to <199>.
const KNOWN_LINES = 200;

/**
 * CodeExecutor's trace: every executed line with the state after it, 0-based lines, blank-separated value tokens, then what it wrote.
 * Linear in the number of steps times the number of variables.
 */
export const codeexecutor: Adapter = {
  id: "codeexecutor",
  title: "CodeExecutor",
  label: "CodeExec",
  glyph: "X",
  colour: "codeexecutor",
  paper: { title: "Code Execution with Pre-trained Language Models", url: "https://arxiv.org/abs/2305.05383" },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "One row per executed line, counted from 0: <line> <3> <state> name : value <dictsep> name : value </state>, with all variables of the function after the line, strings without quotes and value tokens separated by blanks; <output> rows hold what the program wrote. After the paper and the released model's vocabulary.",
  placement: "block",
  options: [
    {
      name: "state",
      label: "State",
      description: "full: all variables of the function after the line, as published. delta: only those that the line changed.",
      type: "choice",
      default: "full",
      choices: ["full", "delta"],
    },
    {
      name: "separator",
      label: "Between rows",
      description: "newline: a row per line, as in the paper's figures. blank: one long line, as the model reads it.",
      type: "choice",
      default: "newline",
      choices: ["newline", "blank"],
    },
    scopeOption,
  ],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderCodeexecutor,
};

function renderCodeexecutor(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const isDelta = readChoice(options, "state") === "delta";
  const rows = new Rows(readChoice(options, "separator") === "blank" ? " " : "\n");
  const states = new FrameTexts(recording, createTokenText(losses), (name, value) => `${name} : ${value}`);
  const running = new Map<number, Step>();
  const counts = { hidden: 0, results: 0, exceptions: 0 };
  const finish = (step: Step): void => {
    rows.addLine(step, isDelta ? states.listChanged(step) : states.list(step.frame));
    if (step.output !== "") rows.addOutput(step);
  };
  for (const { kind, step } of listMoments(recording)) {
    if (!frames.has(step.frame)) {
      counts.hidden += kind === "event" ? 1 : 0;
      continue;
    }
    if (kind === "effect") {
      states.apply(step);
      continue;
    }
    const before = running.get(step.frame);
    if (before !== undefined) finish(before);
    running.delete(step.frame);
    if (step.event === "line") running.set(step.frame, step);
    else if (step.output !== "") rows.addOutput(step);
    if (step.event === "call") states.apply(step);
    if (step.event === "exception") counts.exceptions += 1;
    else if (step.value !== null && step.value.kind !== "none") counts.results += 1;
  }
  const last = recording.steps.at(-1);
  for (const step of running.values()) if (step === last) finish(step);
  return rows.text.finish([
    {
      kind: "not-representable",
      message: "Lines whose call was still running at the end",
      count: running.size - (last && running.get(last.frame) === last ? 1 : 0),
    },
    { kind: "not-representable", message: "Lines from 200 on, for which the released model has no token", count: rows.beyond },
    {
      kind: "not-representable",
      message: "Returned and yielded values (the format shows variables and output)",
      count: counts.results,
    },
    { kind: "not-representable", message: "Exceptions (the format has no text for them)", count: counts.exceptions },
    {
      kind: "not-representable",
      message: "Steps in comprehensions, lambdas or functions outside of the chosen scope",
      count: counts.hidden,
    },
    {
      kind: "assumption",
      message: "A line that calls a function has its row after the call's rows; the paper traces single scripts",
      count: countCalls(recording, frames),
    },
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function countCalls(recording: Recording, frames: ReadonlySet<number>): number {
  return recording.frames.filter(({ frame, parentFrame }) => parentFrame !== null && frames.has(frame)).length;
}

class Rows {
  readonly text = new TraceText();
  beyond = 0;
  private isFirst = true;

  constructor(private readonly separator: string) {}

  addLine(step: Step, state: readonly string[]): void {
    if (step.line > KNOWN_LINES) this.beyond += 1;
    const variables = state.length === 0 ? " " : ` ${state.join(" <dictsep> ")} `;
    this.add(`<line> <${step.line - 1}> <state>${variables}</state>`, step);
  }

  addOutput(step: Step): void {
    for (const line of step.output.replace(/\r?\n$/, "").split(/\r?\n/)) this.add(`<output> ${line}`, step);
  }

  private add(row: string, step: Step): void {
    if (!this.isFirst) this.text.write(this.separator);
    this.isFirst = false;
    this.text.writeStep(row, step);
  }
}
