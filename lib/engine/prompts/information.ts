import type { Condition } from "@/lib/experiments/condition";
import { carriesTrace } from "@/lib/experiments/condition";
import type { TestOutcome } from "@/lib/judge/schema";
import { cutValue } from "./cut-value";
import { fence } from "./fence";
import { fillTemplate } from "./fill-template";
import type { Templates } from "./templates";

export type ShownTrace = {
  readonly text: string;
  readonly placement: "inline" | "block";
  readonly title: string;
  /** Which run it shows. */
  readonly of: "failing" | "example";
};

/** What is known of one program beyond its text, from visible tests alone. */
export type Information = {
  /** The visible test that it fails. */
  readonly failure: Failure | null;
  /** For predictions: a visible test, which the given program passes. */
  readonly example: { readonly call: string; readonly expected: string } | null;
  /** Of the run of that test. */
  readonly trace: ShownTrace | null;
};

export type Failure = Pick<TestOutcome, "input" | "expected" | "actual" | "message" | "outcome"> & {
  readonly kind: "call" | "stdin" | "assert";
};

export const noInformation: Information = { failure: null, example: null, trace: null };

/** What the condition lets through. */
export function allowInformation(information: Information, condition: Condition): Information {
  if (condition.kind === "code") return noInformation;
  const trace = carriesTrace(condition) ? information.trace : null;
  return condition.kind === "trace-only" ? { failure: null, example: null, trace } : { ...information, trace };
}

/** A program as prompts list it: as it stands, or with its trace in it where the format puts it there. */
export function listProgram(program: string, { trace }: Information): string {
  return fence(trace?.placement === "inline" ? trace.text : program);
}

/** The texts that tell the information, in order. What an inline trace shows stands in the program's listing; here it is only named. */
export function tellInformation(information: Information, templates: Templates): string[] {
  const texts = templates.information;
  const told: string[] = [];
  if (information.failure !== null) told.push(tellFailure(information.failure, templates));
  if (information.example !== null) {
    const { call, expected } = information.example;
    told.push(fillTemplate(texts.example, { input: cutValue(call), expected: cutValue(expected) }));
  }
  if (information.trace !== null) {
    const { text, placement, title } = information.trace;
    const run = runName(information, templates);
    if (placement === "inline") told.push(fillTemplate(texts.traceInline, { run, title }));
    else told.push(fillTemplate(texts.traceBlock, { run, title, trace: fence(text, "text") }));
  }
  return told;
}

function runName({ failure, example, trace }: Information, { information: { runs } }: Templates): string {
  if (trace?.of === "example") return example === null ? runs.unnamedExample : runs.example;
  return failure === null ? runs.unnamedFailing : runs.failing;
}

const outcomeWords: Record<TestOutcome["outcome"], string> = {
  passed: "passed",
  wrong: "nothing",
  raised: "an exception",
  timeout: "no answer within the time limit",
  memory: "more memory than allowed",
  crashed: "the interpreter crashed",
  tampered: "an attempt to change the test",
  "not-run": "not run",
};

function tellFailure(failure: Failure, { information: texts }: Templates): string {
  const actual = cutValue(failure.message ?? failure.actual ?? outcomeWords[failure.outcome]);
  if (failure.kind === "assert") return fillTemplate(texts.codeFailure, { input: fence(cutValue(failure.input)), actual });
  const values = { input: cutValue(failure.input), expected: cutValue(failure.expected ?? "not given"), actual };
  if (failure.kind === "call") return fillTemplate(texts.callFailure, values);
  return fillTemplate(texts.inputFailure, {
    input: fence(values.input, "text"),
    expected: fence(values.expected, "text"),
    actual: fence(actual, "text"),
  });
}
