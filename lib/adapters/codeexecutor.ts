import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, countInnerCalls, findResult, listBodies, scopeOption, walkFrames } from "@/lib/adapters/choose-frames";
import { FrameTexts } from "@/lib/adapters/frame-texts";
import { listRecordingNotes, listValueNotes, noLosses, noteDeletions } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { createTokenText } from "@/lib/adapters/token-text";
import { TraceText } from "@/lib/adapters/trace-text";
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
  mayShrink: false,
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
  const writer = new TraceWriter(recording, options, createTokenText(losses, recording.header.pythonVersion));
  const bodies = listBodies(recording);
  let results = 0;
  let exceptions = 0;
  const hidden = walkFrames(recording, frames, {
    onEffect: (step) => writer.states.apply(step),
    onEvent: (step) => {
      writer.addEvent(step);
      if (step.event === "exception") exceptions += 1;
      else if (findResult(step, bodies) !== null) results += 1;
    },
  });
  const unfinished = writer.finish(recording.steps.at(-1));
  return writer.text.finish([
    { kind: "not-representable", message: "Lines whose call was still running at the end", count: unfinished },
    { kind: "not-representable", message: "Lines from 200 on, for which the released model has no token", count: writer.beyond },
    { kind: "not-representable", message: "Returned and yielded values (the format shows variables and output)", count: results },
    { kind: "not-representable", message: "Exceptions (the format has no text for them)", count: exceptions },
    noteDeletions(writer.isDelta ? writer.states.deleted : 0),
    hidden,
    {
      kind: "assumption",
      message: "A line that calls a function has its row after the call's rows; the paper traces single scripts",
      count: countInnerCalls(recording, frames),
    },
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

/** Writes a line's row once its effect is complete: at the next event of its frame. */
class TraceWriter {
  readonly text = new TraceText();
  readonly states: FrameTexts;
  beyond = 0;
  private readonly running = new Map<number, Step>();
  readonly isDelta: boolean;
  private readonly separator: string;
  private isFirst = true;

  constructor(recording: Recording, options: AdapterOptions, toText: ReturnType<typeof createTokenText>) {
    const describe = (name: string, value: Parameters<typeof toText>[0]): string => `${name} : ${toText(value)}`;
    this.states = new FrameTexts(recording, { describe, separator: " <dictsep> ", order: "program" });
    this.isDelta = readChoice(options, "state") === "delta";
    this.separator = readChoice(options, "separator") === "blank" ? " " : "\n";
  }

  addEvent(step: Step): void {
    const before = this.running.get(step.frame);
    if (before !== undefined) this.addLine(before);
    if (step.event === "call") this.states.apply(step);
    if (step.event === "line") {
      this.running.set(step.frame, step);
      return;
    }
    if (before !== undefined) this.running.delete(step.frame);
    this.addOutput(step);
  }

  /** Writes the row of the very last step; returns how many lines had not come to their end. */
  finish(last: Step | undefined): number {
    const open = last === undefined ? undefined : this.running.get(last.frame);
    if (open === undefined || open !== last) return this.running.size;
    this.addLine(open);
    return this.running.size - 1;
  }

  private addLine(step: Step): void {
    // An empty module has a step, but no line.
    if (step.line < 1) return;
    if (step.line > KNOWN_LINES) this.beyond += 1;
    const state = this.isDelta ? this.states.joinChanged(step) : this.states.join(step.frame);
    this.add(`<line> <${step.line - 1}> <state> ${state}${state === "" ? "" : " "}</state>`, step);
    this.addOutput(step);
  }

  private addOutput(step: Step): void {
    if (step.output === "") return;
    for (const line of step.output.replace(/\r?\n$/, "").split(/\r?\n/)) this.add(`<output> ${line}`, step);
  }

  private add(row: string, step: Step): void {
    if (!this.isFirst) this.text.write(this.separator);
    this.isFirst = false;
    this.text.writeStep(row, step);
  }
}
