import type { Column, Row } from "@/lib/formats/export/table";
import type { SampleRow } from "@/lib/results/samples-schema";
import type { ArmReport } from "@/lib/results/schema";

type Named = { readonly column: Column; readonly cell: (sample: SampleRow, arm: ArmReport | undefined) => Row[number] };

/** The columns of samples that can be seen, in their order, with what each writes into a file. */
const NAMED: Readonly<Record<string, readonly Named[]>> = {
  problem: [{ column: { name: "problem", title: "Problem", type: "text" }, cell: ({ taskId }) => taskId }],
  model: [{ column: { name: "model", title: "Model", type: "text" }, cell: (_, arm) => arm?.factors.model ?? null }],
  condition: [
    { column: { name: "condition", title: "Condition", type: "text" }, cell: (_, arm) => arm?.factors.condition ?? null },
  ],
  chain: [{ column: { name: "sample", title: "Sample", type: "integer" }, cell: ({ chain }) => chain + 1 }],
  round: [{ column: { name: "round", title: "Round", type: "integer" }, cell: ({ round }) => round + 1 }],
  verdict: [{ column: { name: "verdict", title: "Verdict", type: "text" }, cell: ({ verdict }) => verdict }],
  delivered: [{ column: { name: "delivered", title: "Trace delivered", type: "boolean" }, cell: ({ delivered }) => delivered }],
  tokens: [
    { column: { name: "prompt_tokens", title: "Prompt tokens", type: "integer" }, cell: ({ promptTokens }) => promptTokens },
    { column: { name: "answer_tokens", title: "Answer tokens", type: "integer" }, cell: ({ answerTokens }) => answerTokens },
  ],
  latency: [{ column: { name: "latency_ms", title: "Latency (ms)", type: "number" }, cell: ({ latencyMs }) => latencyMs }],
  cost: [{ column: { name: "cost_usd", title: "Cost (USD)", type: "number", decimals: 6 }, cell: ({ costUsd }) => costUsd }],
};

/** The columns that were chosen; unknown names are left out. */
export function sampleColumns(chosen: readonly string[]): readonly Named[] {
  return Object.keys(NAMED)
    .filter((name) => chosen.includes(name))
    .flatMap((name) => NAMED[name] ?? []);
}
