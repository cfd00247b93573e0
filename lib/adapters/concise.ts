import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, findResult, listBodies, scopeOption, walkFrames } from "@/lib/adapters/choose-frames";
import { findDefinitionLine } from "@/lib/adapters/definition-line";
import { listRecordingNotes, listTrackerNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { TraceText } from "@/lib/adapters/trace-text";
import { type SeenValue, ValueTracker } from "@/lib/adapters/track-values";
import { describeException } from "@/lib/recordings/describe-exception";
import { reprString } from "@/lib/recordings/repr-string";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording, Step } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/**
 * The study's Concise format: one row per changed variable, in the order of time, with 1-based lines. Linear in the number of steps.
 */
export const concise: Adapter = {
  id: "concise",
  title: "Concise",
  label: "Concise",
  glyph: "C",
  colour: "concise",
  paper: {
    title: "Do Code Semantics Help? A Comprehensive Study on Execution Trace-Based Information for Code LLMs",
    url: "https://arxiv.org/abs/2509.11686",
  },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "One row per change, in the order of execution: the line, the variable and its new value. Arguments stand in [INPUT], what a call returns or raises in [OUTPUT]. Lines that change nothing have no row. As the study defines it; concise@tracewise is what its repository prints.",
  placement: "block",
  mayShrink: false,
  options: [scopeOption],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderConcise,
};

function renderConcise(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const repr = createRepr(losses, recording.header.pythonVersion);
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const bodies = listBodies(recording);
  const tracker = new ValueTracker(repr);
  const text = new TraceText();
  const lines = splitSource(recording.header.source);
  let separator = "";
  const add = (step: Step, row: string): void => {
    text.write(separator);
    separator = "\n";
    const line = step.event === "call" ? findDefinitionLine(step.line, lines) : step.line;
    text.writeStep(`[L${line}] ${row} [/L${line}]`, step);
  };
  const hidden = walkFrames(recording, frames, {
    onEffect: (step) => {
      for (const change of tracker.apply(step)) add(step, `${change.name} = ${change.text}`);
    },
    onEvent: (step) => {
      if (step.event === "line") return;
      if (step.event === "call" && !bodies.has(step.frame)) add(step, describeInputs(tracker.apply(step)));
      const result = findResult(step, bodies);
      if (result !== null) add(step, `[OUTPUT] ${repr(result)} [/OUTPUT]`);
      if (step.exception !== null) add(step, `[OUTPUT] ${describeException(step.exception)} [/OUTPUT]`);
    },
  });
  return text.finish([
    hidden,
    ...listTrackerNotes(tracker),
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function describeInputs(inputs: readonly SeenValue[]): string {
  return `[INPUT] [${inputs.map(({ name, text }) => reprString(`${name} = ${text}`)).join(", ")}] [/INPUT]`;
}
