import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { chooseFrames, scopeOption, walkFrames } from "@/lib/adapters/choose-frames";
import { dumpJsonString } from "@/lib/adapters/dump-json";
import { type EntryCall, findEntryCall } from "@/lib/adapters/find-entry-call";
import { FrameTexts } from "@/lib/adapters/frame-texts";
import { listRecordingNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { createScratchpadJson } from "@/lib/adapters/scratchpad-json";
import { TraceText } from "@/lib/adapters/trace-text";
import type { Recording, Value } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/**
 * The scratchpad of Nye et al.: the state of the current function before every line, as JSON, and the line. Linear in the number of
 * steps times the number of variables.
 */
export const scratchpad: Adapter = {
  id: "scratchpad",
  title: "Scratchpad",
  label: "Scratchpad",
  glyph: "P",
  colour: "scratchpad",
  paper: {
    title: "Show Your Work: Scratchpads for Intermediate Computation with Language Models",
    url: "https://arxiv.org/abs/2112.00114",
  },
  dialect: "paper",
  version: "1",
  asReleased: false,
  description:
    "The execution unrolled: before every executed line the state of the current function as JSON with sorted names, then the line itself, between [BEGIN] and [DONE]. Functions print as <callable_object NAME>. After the figures of the paper; its authors released no code.",
  placement: "block",
  mayShrink: false,
  options: [scopeOption],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderScratchpad,
};

function renderScratchpad(recording: Recording, options: AdapterOptions): Rendering {
  const losses = { ...noLosses(), strings: 0 };
  const frames = chooseFrames(recording, readChoice(options, "scope"));
  const toJson = createScratchpadJson(losses, recording.header.pythonVersion);
  const describe = (name: string, value: Value): string => `${dumpJsonString(name)}: ${toJson(value)}`;
  const states = new FrameTexts(recording, { describe, separator: ", ", order: "name" });
  const lines = splitSource(recording.header.source);
  const text = new TraceText();
  let exceptions = 0;
  const around = findEntryCall(recording);
  text.write("[BEGIN]\n\n");
  if (around !== null)
    text.writeStepLine(`state: {${describeFunction(around.name)}}\nline: output = ${around.expression}`, around.call);
  const hidden = walkFrames(recording, frames, {
    onEffect: (step) => states.apply(step),
    onEvent: (step) => {
      if (step.event === "call") states.apply(step);
      if (step.event === "exception") exceptions += 1;
      if (step.event === "line" && step.line > 0)
        text.writeStepLine(`state: {${states.join(step.frame)}}\nline: ${lines[step.line - 1]?.content ?? ""}`, step);
    },
  });
  if (around?.result != null) text.writeStepLine(describeResult(around, toJson(around.result.value)), around.result.step);
  text.write("\n[DONE]");
  return text.finish([
    { kind: "not-representable", message: "Values without JSON, shown as strings of their repr", count: losses.strings },
    { kind: "not-representable", message: "Exceptions (the format has no text for them)", count: exceptions },
    hidden,
    {
      kind: "assumption",
      message: "Around the call the module's state shows the called function and the output alone",
      count: around === null ? 0 : 1,
    },
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

function describeResult({ name }: EntryCall, output: string): string {
  const entries = [describeFunction(name), `"output": ${output}`];
  return `state: {${(name < "output" ? entries : entries.reverse()).join(", ")}}`;
}

function describeFunction(name: string): string {
  return `${dumpJsonString(name)}: "<callable_object ${name}>"`;
}
