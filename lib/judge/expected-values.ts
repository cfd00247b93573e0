import type { Problem, Test } from "@/lib/benchmarks/schema";
import type { DataValue } from "./data-value";
import { type JudgeRunner, partValue } from "./run-judge-job";
import { runParts } from "./run-parts";

export type CallTest = Extract<Test, { kind: "call" }>;

/** Without a limit of the benchmark's own. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

/** The call of a test as an expression over the program. */
export function callExpression(problem: Problem, test: CallTest): string {
  const callee = problem.callStyle === "method" ? `Solution().${problem.entryPoint}` : problem.entryPoint;
  const call = `${callee}(${test.arguments})`;
  return test.collect === "list" ? `list(${call})` : call;
}

export function withPreamble(problem: Problem, program: string): string {
  return problem.preamble === "" ? program : `${problem.preamble}\n${program}`;
}

async function evaluate(runner: JudgeRunner, source: string, expressions: readonly string[]): Promise<(DataValue | null)[]> {
  if (expressions.length === 0) return [];
  const makeWork = (texts: readonly string[]) => ({ kind: "calls" as const, source, expressions: texts });
  const { ends } = await runParts(runner, { texts: expressions, partMs: 2 * DEFAULT_TIME_LIMIT_MS, makeWork });
  return ends.map((end) => (end.kind === "result" ? partValue(end.result) : null));
}

/** What a test's answer is held against; null where it could not be computed. `firstArgument` only where the comparison asks for it. */
export type Expected = { readonly value: DataValue | null; readonly firstArgument: DataValue | null };
export type ExpectedValues = ReadonlyMap<CallTest, Expected>;

const cache = new WeakMap<Problem, Promise<ExpectedValues>>();

async function compute(runner: JudgeRunner, problem: Problem): Promise<ExpectedValues> {
  const tests = problem.tests.filter((test) => test.kind === "call");
  const written = tests.filter((test) => test.expected !== null);
  const asked = tests.filter((test) => test.expected === null);
  const reference = withPreamble(problem, problem.reference ?? "");
  const needsArguments = problem.comparison.rule === "polynomial-root" ? tests : [];
  const [values, answers, firsts] = await Promise.all([
    evaluate(
      runner,
      problem.preamble,
      written.map((test) => test.expected ?? "None"),
    ),
    evaluate(
      runner,
      reference,
      asked.map((test) => callExpression(problem, test)),
    ),
    evaluate(
      runner,
      problem.preamble,
      needsArguments.map((test) => `(lambda first, *rest: first)(${test.arguments})`),
    ),
  ]);
  const value = new Map([
    ...written.map((test, index) => [test, values[index]] as const),
    ...asked.map((test, index) => [test, answers[index]] as const),
  ]);
  return new Map(tests.map((test, index) => [test, { value: value.get(test) ?? null, firstArgument: firsts[index] ?? null }]));
}

/**
 * What each call test expects, as data: its own text evaluated, or the reference solution's answer. Computed in processes in which no judged
 * program runs, once per problem. Null where there is no value to compare with.
 */
export function expectedValues(runner: JudgeRunner, problem: Problem): Promise<ExpectedValues> {
  const known = cache.get(problem);
  if (known !== undefined) return known;
  // Not the asker's signal: others wait for the same values.
  const computed = compute({ pool: runner.pool, signal: undefined }, problem);
  cache.set(problem, computed);
  computed.catch(() => cache.delete(problem));
  return computed;
}
