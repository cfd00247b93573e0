import type { Problem } from "@/lib/benchmarks/schema";
import { isRight } from "./compare-values";
import {
  type CallTest,
  callExpression,
  DEFAULT_TIME_LIMIT_MS,
  type Expected,
  expectedValues,
  withPreamble,
} from "./expected-values";
import type { JudgeRunner, RaisedError } from "./run-judge-job";
import { type PartEnd, runParts } from "./run-parts";
import type { TestOutcome } from "./schema";
import { showValue } from "./shown-text";

export type NumberedTest<T> = { readonly index: number; readonly test: T };
export type Judged = { readonly outcomes: readonly TestOutcome[]; readonly elapsedMs: number };
export type Comparing = { readonly problem: Problem; readonly test: CallTest; readonly expected: Expected | undefined };

export function outcomeOfError(error: RaisedError): Pick<TestOutcome, "outcome" | "message"> {
  return { outcome: error.type === "MemoryError" ? "memory" : "raised", message: `${error.type}: ${error.message}` };
}

/** The outcome of a part that has no value. */
export function outcomeWithoutValue(end: PartEnd): Pick<TestOutcome, "outcome" | "message"> {
  if (end.kind === "ended") return { outcome: end.outcome, message: end.message };
  if ("error" in end.result) return outcomeOfError(end.result.error);
  return { outcome: "tampered", message: "The program's answer is none." };
}

/** Compares one answer with what is expected. The comparison is outside of every process that a program runs in. */
export function compareAnswer(
  end: PartEnd,
  { problem, test, expected }: Comparing,
): Pick<TestOutcome, "outcome" | "message" | "actual"> {
  if (end.kind !== "result" || !("value" in end.result)) return { ...outcomeWithoutValue(end), actual: null };
  const actual = end.result.value;
  if (expected === undefined || expected.value === null)
    return { outcome: "wrong", message: "The benchmark's own value could not be computed.", actual: showValue(actual) };
  const { comparison } = problem;
  const { value, firstArgument } = expected;
  const right = isRight({ actual, expected: value, comparison, tolerance: test.tolerance, firstArgument });
  return { outcome: right ? "passed" : "wrong", message: null, actual: showValue(actual) };
}

/** Calls of the entry point, answered as data. */
export async function judgeCalls(
  runner: JudgeRunner,
  problem: Problem,
  { program, tests }: { readonly program: string; readonly tests: readonly NumberedTest<CallTest>[] },
): Promise<Judged> {
  const expected = await expectedValues(runner, problem);
  const source = withPreamble(problem, program);
  const makeWork = (expressions: readonly string[]) => ({ kind: "calls" as const, source, expressions });
  const texts = tests.map(({ test }) => callExpression(problem, test));
  const { ends, elapsedMs } = await runParts(runner, { texts, partMs: problem.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, makeWork });
  const outcomes = tests.map(({ index, test }, position): TestOutcome => {
    const end = ends[position];
    const given = expected.get(test);
    const found =
      end === undefined
        ? { outcome: "not-run" as const, message: null, actual: null }
        : compareAnswer(end, { problem, test, expected: given });
    return {
      index,
      visible: test.visible,
      passed: found.outcome === "passed",
      input: texts[position] ?? "",
      expected: test.expected ?? (given?.value ? showValue(given.value) : null),
      ...found,
    };
  });
  return { outcomes, elapsedMs };
}
