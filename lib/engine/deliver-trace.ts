import { getAdapter } from "@/lib/adapters/registry";
import type { Problem, Test } from "@/lib/benchmarks/schema";
import type { TraceCondition } from "@/lib/experiments/condition";
import { defaultLimits, type Recording } from "@/lib/recordings/schema";
import type { Delivery } from "@/lib/samples/schema";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { renderTrace } from "@/lib/traces/render-trace";
import { checkFailingRun } from "./check-failing-run";
import { runOfTest } from "./failing-run";
import type { Failure, ShownTrace } from "./prompts/information";
import type { EngineServices } from "./services";

export type TracedRun = {
  readonly problem: Problem;
  readonly program: string;
  readonly test: Test;
  readonly failure: Failure;
  readonly of: ShownTrace["of"];
};

export type Delivered = { readonly trace: ShownTrace | null; readonly delivery: Omit<Delivery, "identicalToControl"> };

/** What a prompt says of a trace that is not there. */
export function undelivered(condition: TraceCondition, absence: string): Delivered {
  const { id, version } = getAdapter(condition.adapter);
  const delivery = {
    wanted: true,
    present: false,
    absence,
    truncated: false,
    tokens: 0,
    checked: null,
    recordingStatus: null,
    notes: [],
  };
  return { trace: null, delivery: { ...delivery, adapter: id, adapterVersion: version } };
}

/**
 * Records the run of a test and renders it as the condition says. Nothing is delivered when the recorded run is not the one that the
 * verdict is about. Throws what the recording service throws.
 */
export async function deliverTrace(
  run: TracedRun,
  condition: TraceCondition,
  { record, signal }: Pick<EngineServices, "record"> & { readonly signal: AbortSignal },
): Promise<Delivered> {
  const job = runOfTest(run.problem, run.program, run.test);
  const recording = await record({ ...job, limits: defaultLimits, signal });
  const check = checkFailingRun(recording, { ...job, test: run.test, failure: run.failure });
  if ("mismatch" in check) return undelivered(condition, `The recorded run is not the run that failed: ${check.mismatch}.`);
  if (recording.steps.length === 0) return undelivered(condition, `The run has no steps: ${recording.end.reason}`);
  const { trace, hasStep, ...shown } = await render(recording, condition, run.of);
  if (!hasStep) return undelivered(condition, `The budget of ${condition.budget} tokens has no room for a step of the trace.`);
  const { id, version } = getAdapter(condition.adapter);
  const delivery = { wanted: true, present: true, absence: null, checked: check.checked, adapter: id, adapterVersion: version };
  return { trace, delivery: { ...delivery, ...shown, recordingStatus: recording.end.status } };
}

async function render(recording: Recording, condition: TraceCondition, of: ShownTrace["of"]) {
  const { adapter, options, budget, encoding } = condition;
  const { placement, title } = getAdapter(adapter);
  // Where the trace stands in the program's listing, which the control has as well, only what it adds is counted.
  const listed = placement === "inline" ? (await loadTokenizer(encoding)).count(recording.header.source) : 0;
  const limit = budget === null ? {} : { budget: { tokens: budget + listed, encoding } };
  const rendering = await renderTrace({ recording, adapterId: adapter, options, encoding, ...limit });
  const trace: ShownTrace = { text: rendering.text, placement, title, of };
  const truncated = recording.end.completeness.kind !== "complete" || rendering.notes.some(({ kind }) => kind === "truncated");
  return {
    trace,
    truncated,
    // A budget can leave nothing but the mark of the cut.
    hasStep: budget === null || rendering.spans.some(({ step }) => step !== null),
    tokens: Math.max(0, rendering.tokens - listed),
    notes: rendering.notes.map(({ message, count }) => `${message} (${count})`),
  };
}
