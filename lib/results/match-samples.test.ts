import { expect, test } from "vitest";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { matchSamples } from "@/lib/results/match-samples";
import { orderSamples } from "@/lib/results/order-samples";
import { emptyColumns, FLAGS, NO_TOKENS, rowAt } from "@/lib/results/sample-columns";
import type { Sort } from "@/lib/results/samples-schema";
import { sampleVerdictSchema } from "@/lib/samples/schema";

const arms = [
  { id: "a", values: { model: "Qwen2.5-Coder-7B", condition: "code" } },
  { id: "b", values: { model: "phi-4", condition: "trace:next" } },
];
const known = FLAGS.deliveredKnown;
const samples = [
  { arm: 0, task: 0, verdict: "passed", prompt: 100, answer: 50, cost: 0.5, flags: FLAGS.final },
  { arm: 0, task: 1, verdict: "failed", prompt: NO_TOKENS, answer: NO_TOKENS, cost: Number.NaN, flags: 0 },
  { arm: 1, task: 0, verdict: "infrastructure", prompt: 400, answer: NO_TOKENS, cost: 0.25, flags: known | FLAGS.delivered },
  { arm: 1, task: 1, verdict: "passed", prompt: 10, answer: 10, cost: 0, flags: known },
] as const;

const columns = emptyColumns(["a", "b"], ["HumanEval/0", "HumanEval/1"], samples.length);
for (const [at, { arm, task, verdict, prompt, answer, cost, flags }] of samples.entries()) {
  columns.arm[at] = arm;
  columns.task[at] = task;
  columns.verdict[at] = sampleVerdictSchema.options.indexOf(verdict);
  columns.promptTokens[at] = prompt;
  columns.answerTokens[at] = answer;
  columns.cost[at] = cost;
  columns.latency[at] = Number.NaN;
  columns.flags[at] = flags;
}

function found(text: string): number[] {
  const parsed = parseFilter(text, sampleFields);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  const matches = matchSamples(parsed.filter, columns, arms);
  return samples.flatMap((_, at) => (matches(at) ? [at] : []));
}

test.each([
  ["", [0, 1, 2, 3]],
  ["model:qwen*", [0, 1]],
  ["model:qwen* condition!=code", []],
  ["condition!=code verdict:passed", [3]],
  ["problem:*/1", [1, 3]],
  ["verdict:passed or problem:HumanEval/0", [0, 2, 3]],
  ["tokens>=150", [0, 2]],
  ["tokens=0", [1]],
  ["cost<0.3", [2, 3]],
  ["cost!=0", [0, 2]],
  ["latency>0", []],
  ["latency!=1", []],
  ["delivered:yes", [2]],
  ["delivered:no", [3]],
  ["not (delivered:yes)", [0, 1, 3]],
  ["final:no", [1, 2, 3]],
])("%s lets %j through; unknown is neither yes nor no", (text, places) => {
  expect(found(text)).toEqual(places);
});

test.each<[Sort, number[]]>([
  ["order", [0, 1, 2, 3]],
  ["problem", [0, 2, 1, 3]],
  ["verdict", [1, 2, 0, 3]],
  ["tokens", [1, 3, 0, 2]],
  ["-tokens", [2, 0, 3, 1]],
  ["cost", [3, 2, 0, 1]],
  ["-cost", [0, 2, 3, 1]],
  ["latency", [0, 1, 2, 3]],
])("sorted by %s: %j, unknown last", (sort, places) => {
  expect([...orderSamples(columns, sort)]).toEqual(places);
});

test("a row says what is unknown", () => {
  expect(rowAt(columns, 1)).toMatchObject({ id: "a/HumanEval/1/0/0", verdict: "failed", promptTokens: null, costUsd: null });
  expect(rowAt(columns, 2)).toMatchObject({
    delivered: true,
    truncated: null,
    final: false,
    promptTokens: 400,
    answerTokens: null,
  });
});
