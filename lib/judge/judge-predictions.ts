import type { Problem } from "@/lib/benchmarks/schema";
import type { DataValue } from "./data-value";
import { type CallTest, DEFAULT_TIME_LIMIT_MS, expectedValues, withPreamble } from "./expected-values";
import { compareAnswer, type Judged, type NumberedTest } from "./judge-calls";
import { plainCallCheck } from "./plain-call";
import { reprDataValue } from "./repr-data-value";
import { type JudgeRunner, partValue } from "./run-judge-job";
import { type PartEnd, runParts } from "./run-parts";
import type { TestOutcome } from "./schema";

type Run = { readonly end: PartEnd; readonly elapsedMs: number };
type Prediction = { readonly program: string; readonly tests: readonly NumberedTest<CallTest>[] };

async function evaluateAlone(runner: JudgeRunner, { source, expression }: { source: string; expression: string }): Promise<Run> {
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

function programInQuestion(problem: Problem): string {
  return withPreamble(problem, problem.starter ?? problem.reference ?? "");
}

async function collectArguments(runner: JudgeRunner, problem: Problem, given: string): Promise<Run> {
  // Over the program, whose other names an input may use; what it does to that process does not reach the one that counts.
  return evaluateAlone(runner, { source: programInQuestion(problem), expression: `(lambda *a, **k: (a, k))(${given})` });
}

function valueOfRun({ end }: Run): DataValue | null {
  return end.kind === "result" ? partValue(end.result) : null;
}

/**
 * Whether the benchmark itself calls this program with functions or objects. Then answers may have such, too, and are evaluated in the program's
 * process. The answer alone must not bring this about, and even then it may do no more than to name values and functions: its code could change
 * the program that it is given to, or end the call and answer itself.
 */
async function mayHaveObjects(runner: JudgeRunner, problem: Problem, answer: string): Promise<boolean> {
  const test = problem.tests.find((candidate) => candidate.kind === "call");
  if (test === undefined) return false;
  if (plainArguments(valueOfRun(await collectArguments(runner, problem, test.arguments))) !== null) return false;
  const checked = valueOfRun(await evaluateAlone(runner, plainCallCheck(answer)));
  return checked?.kind === "bool" && checked.value;
}

async function runPredictedInput(runner: JudgeRunner, problem: Problem, answer: string): Promise<Run> {
  const collected = await collectArguments(runner, problem, answer);
  const value = valueOfRun(collected);
  if (value === null) return collected;
  const plain = plainArguments(value);
  if (plain === null && !(await mayHaveObjects(runner, problem, answer))) {
    const message = "The answer has arguments that are not plain values.";
    return { end: { kind: "ended", outcome: "wrong", message }, elapsedMs: collected.elapsedMs };
  }
  const called = await evaluateAlone(runner, {
    source: programInQuestion(problem),
    expression: `${problem.entryPoint}(${plain ?? answer})`,
  });
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
