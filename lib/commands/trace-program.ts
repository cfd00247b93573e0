import type { Entry, Limits, Recording } from "@/lib/recordings/schema";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { checkSize } from "@/lib/traces/check-size";
import type { Encoding } from "@/lib/traces/load-tokenizer";
import { renderTrace, type Trace } from "@/lib/traces/render-trace";
import type { AdapterChoice } from "./adapter-choice";
import { recordForCommand } from "./record-for-command";

/** A text has to fit into one string of JavaScript, escaped for JSON. */
const MAXIMUM_CHARACTERS = 64 * 2 ** 20;

export type TraceSettings = {
  readonly choices: readonly AdapterChoice[];
  readonly budget: number | undefined;
  readonly encoding: Encoding;
  readonly limits: Partial<Limits>;
};

export type TracedProgram = { readonly recording: Recording; readonly traces: ReadonlyMap<string, Trace> };

/** Renders one recording with each chosen adapter. */
export async function renderChoices(recording: Recording, settings: TraceSettings): Promise<ReadonlyMap<string, Trace>> {
  const { choices, budget: tokens, encoding } = settings;
  const traces = new Map<string, Trace>();
  for (const { adapter, options } of choices) {
    if (tokens === undefined) checkSize({ adapter, options, recording }, MAXIMUM_CHARACTERS);
    const budget = tokens === undefined ? undefined : { tokens, encoding };
    traces.set(adapter.id, await renderTrace({ recording, adapterId: adapter.id, options, budget, encoding }));
  }
  return traces;
}

/** Records one program and renders it with each chosen adapter. */
export async function traceProgram(
  pool: RunnerPool,
  program: { readonly source: string; readonly entry: Entry },
  settings: TraceSettings,
): Promise<TracedProgram> {
  const recording = await recordForCommand(pool, { ...program, limits: settings.limits, priority: "interactive" });
  return { recording, traces: await renderChoices(recording, settings) };
}
