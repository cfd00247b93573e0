import type { Problem } from "@/lib/benchmarks/schema";
import type { DataValue } from "./data-value";
import { type CallTest, DEFAULT_TIME_LIMIT_MS, expectedValues, withPreamble } from "./expected-values";
import { compareAnswer, type Judged, type NumberedTest } from "./judge-calls";
import { reprDataValue } from "./repr-data-value";
import { type JudgeRunner, partValue } from "./run-judge-job";
import { type PartEnd, runParts } from "./run-parts";
import type { TestOutcome } from "./schema";

type Prediction = { readonly program: string; readonly tests: readonly NumberedTest<CallTest>[] };

async function evaluateAlone(
  runner: JudgeRunner,
  { source, expression }: { source: string; expression: string },
): Promise<{ end: PartEnd; elapsedMs: number }> {
  const makeWork = (texts: readonly string[]) => ({ kind: "calls" as const, source, expressions: texts });
  const { ends, elapsedMs } = await runParts(runner, { texts: [expression], partMs: DEFAULT_TIME_LIMIT_MS, makeWork });
  return { end: ends[0] ?? { kind: "ended", outcome: "not-run", message: "" }, elapsedMs };
}

function isPlain(value: DataValue): boolean {
  if (value.kind === "opaque" || value.kind === "iterator") return false;
  if (value.kind === "dict") return value.entries.every(([key, item]) => isPlain(key) && isPlain(item));
  return !("items" in value) || value.items.every(isPlain);
}

/** The arguments of an answered input as source of nothing but values, so that an expression cannot change the function it is given to. */
function plainArguments(value: DataValue | null): string | null {
  if (value?.kind !== "tuple" || !isPlain(value)) return null;
  const [positional, named] = value.items;
  if (positional?.kind !== "tuple" || named?.kind !== "dict") return null;
  return `*${reprDataValue(positional)}, **${reprDataValue(named)}`;
}

async function runPredictedInput(
  runner: JudgeRunner,
  problem: Problem,
  answer: string,
): Promise<{ end: PartEnd; elapsedMs: number }> {
  const collected = await evaluateAlone(runner, { source: problem.preamble, expression: `(lambda *a, **k: (a, k))(${answer})` });
  const value = collected.end.kind === "result" ? partValue(collected.end.result) : null;
  if (value === null) return collected;
  const given = plainArguments(value);
  if (given === null) {
    const message = "The answer has arguments that are not plain values.";
    return { end: { kind: "ended", outcome: "wrong", message }, elapsedMs: collected.elapsedMs };
  }
  const source = withPreamble(problem, problem.starter ?? problem.reference ?? "");
  const called = await evaluateAlone(runner, { source, expression: `${problem.entryPoint}(${given})` });
  return { end: called.end, elapsedMs: collected.elapsedMs + called.elapsedMs };
}

/** An output that was predicted is evaluated alone; an input is evaluated alone and then given to the program in question. */
export async function judgePredictions(runner: JudgeRunner, problem: Problem, { program, tests }: Prediction): Promise<Judged> {
  const expected = await expectedValues(runner, problem);
  const run =
    problem.kind === "input-prediction"
      ? await runPredictedInput(runner, problem, program)
      : await evaluateAlone(runner, { source: problem.preamble, expression: program });
  const outcomes = tests.map(({ index, test }): TestOutcome => {
    const found = compareAnswer(run.end, { problem, test, expected: expected.get(test) });
    const input = `${problem.entryPoint}(${problem.kind === "input-prediction" ? program : test.arguments})`;
    return { index, visible: test.visible, passed: found.outcome === "passed", input, expected: test.expected, ...found };
  });
  return { outcomes, elapsedMs: run.elapsedMs };
}
