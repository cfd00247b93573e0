import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, createScopeOption, listBodies, walkFrames } from "@/lib/adapters/choose-frames";
import { CwmLocals } from "@/lib/adapters/cwm-locals";
import { dumpJsonString } from "@/lib/adapters/dump-json";
import { type EntryCall, findEntryCall } from "@/lib/adapters/find-entry-call";
import { listRecordingNotes, listValueNotes, noLosses, noteOutput, noteUnseen } from "@/lib/adapters/list-notes";
import { readBoolean, readChoice } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { ValueTracker } from "@/lib/adapters/track-values";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording, Step, Value } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/** Code World Model's traces: every local before every line, unchanged ones as `..`. Linear in steps times variables. */
export const cwm: Adapter = {
  id: "cwm",
  title: "Code World Model",
  label: "CWM",
  glyph: "W",
  colour: "cwm",
  paper: {
    title: "CWM: An Open-Weights LLM for Research on Code Generation with World Models",
    url: "https://arxiv.org/abs/2510.02387",
  },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "The trace format of Code World Model: the program, then one frame per call, line, return and exception between special tokens. Calls and lines carry every local variable as it is before the line, in JSON strings of reprs; a value that has not changed since the function's last frame is written as two dots.",
  placement: "block",
  mayShrink: false,
  options: [
    {
      name: "rebaseAfterReturn",
      label: "All values after a return",
      description:
        "Write out all values in a function's first frame after a call of it has returned, rather than .. for unchanged ones.",
      type: "boolean",
      default: false,
    },
    createScopeOption("everything"),
  ],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderCwm,
};

function renderCwm(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const repr = createRepr(losses, recording.header.pythonVersion);
  const tracker = new ValueTracker(repr);
  const locals = new CwmLocals(recording, tracker);
  const text = new TraceText();
  const lines = splitSource(recording.header.source).map(({ content }) => content.trimEnd());
  const add = (step: Step, frame: string): void => text.writeStepLine(`${frame}<|frame_sep|>`, step);
  const entry = findEntryCall(recording);
  text.write(`<|begin_of_text|><|trace_context_start|>\n${describeContext(recording, entry)}<|frame_sep|>\n`);
  if (entry !== null) {
    add(entry.call, "<|call_sep|>{}<|action_sep|>def main():");
    add(entry.call, `<|line_sep|>{}<|action_sep|>${describeMain(entry)}`);
  }
  const rebase = readBoolean(options, "rebaseAfterReturn") ? createRebase(recording, locals) : () => {};
  const hidden = walkFrames(recording, chooseFrames(recording, readChoice(options, "scope")), {
    onEffect: (step) => locals.apply(step),
    onEvent: (step) => {
      const frame = describeFrame(step, { locals, repr, source: lines[step.line - 1] ?? "" });
      if (frame !== null) add(step, frame);
      rebase(step);
    },
  });
  if (entry?.result != null) add(entry.result.step, describeReturn(describeMain(entry), repr(entry.result.value)));
  text.write("<|end_of_text|>");
  return text.finish([
    hidden,
    {
      kind: "assumption",
      message: "Module and class bodies print as functions do; the format begins at one function",
      count: listBodies(recording).size,
    },
    noteUnseen(tracker),
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function describeContext({ header }: Recording, entry: EntryCall | null): string {
  const source = `${header.source.replace(/(\r?\n)+$/, "")}\n`;
  return entry === null ? source : `${source}def main():  # << START_OF_TRACE\n${describeMain(entry)}\n`;
}

function describeMain({ expression }: EntryCall): string {
  return `    return ${expression}`;
}

// The caller's next frame writes out all its values.
function createRebase(recording: Recording, locals: CwmLocals): (step: Step) => void {
  const parents = new Map(recording.frames.map(({ frame, parentFrame }) => [frame, parentFrame]));
  return (step) => {
    const parent = parents.get(step.frame);
    if (step.value !== null && parent != null) locals.forget(parent);
  };
}

type FrameContext = { readonly locals: CwmLocals; readonly repr: (value: Value) => string; readonly source: string };

function describeFrame(step: Step, { locals, repr, source }: FrameContext): string | null {
  switch (step.event) {
    case "call":
      locals.apply(step);
      return `<|call_sep|>${locals.describe(step.frame)}<|action_sep|>${source}`;
    case "resume":
      return `<|call_sep|>${locals.describe(step.frame)}<|action_sep|>${source}`;
    case "line":
      return `<|line_sep|>${locals.describe(step.frame)}<|action_sep|>${source}`;
    case "exception":
      return step.exception === null
        ? null
        : `<|exception_sep|><|action_sep|>${source}<|arg_sep|>${dumpJsonString(repr(step.exception.value))}`;
    default:
      return step.value === null ? null : describeReturn(source, repr(step.value));
  }
}

function describeReturn(source: string, value: string): string {
  return `<|return_sep|><|action_sep|>${source}<|arg_sep|>${dumpJsonString(value)}`;
}
