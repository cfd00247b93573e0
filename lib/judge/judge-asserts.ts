import type { Problem, Test } from "@/lib/benchmarks/schema";
import { DEFAULT_TIME_LIMIT_MS, withPreamble } from "./expected-values";
import { type Judged, type NumberedTest, outcomeOfError, outcomeWithoutValue } from "./judge-calls";
import { type JudgeRunner, runJudgeJob } from "./run-judge-job";
import { type PartEnd, runParts } from "./run-parts";
import type { TestOutcome } from "./schema";

type AssertTest = Extract<Test, { kind: "assert" }>;
type Program = { readonly problem: Problem; readonly source: string };

/** Said with every outcome that was found in one process, because there a program could reach what judges it. */
export const ONE_PROCESS_NOTE = "judged in the program's own process: the test needs objects that are not data";

async function runApart(
  runner: JudgeRunner,
  { problem, source }: Program,
  tests: readonly AssertTest[],
): Promise<{ ends: PartEnd[]; elapsedMs: number }> {
  const { entryPoint } = problem;
  const makeWork = (texts: readonly string[]) => ({ kind: "tests" as const, source, tests: texts, entryPoint });
  const texts = tests.map(({ code }) => withPreamble(problem, code));
  return runParts(runner, { texts, partMs: problem.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, makeWork });
}

function needsOneProcess(end: PartEnd | undefined): boolean {
  return end?.kind === "result" && "needsOneProcess" in end.result;
}

function isPassed(end: PartEnd | undefined): boolean {
  return end?.kind === "result" && "passed" in end.result;
}

const cache = new WeakMap<Problem, Promise<ReadonlySet<string>>>();

async function findShared(runner: JudgeRunner, problem: Problem): Promise<ReadonlySet<string>> {
  const tests = problem.tests.filter((test) => test.kind === "assert");
  if (problem.reference === null || tests.length === 0) return new Set();
  const { ends } = await runApart(runner, { problem, source: withPreamble(problem, problem.reference) }, tests);
  return new Set(tests.filter((_, index) => !isPassed(ends[index])).map(({ id }) => id));
}

/**
 * Tests that only work inside the program's own process, told by the reference solution, which fails them otherwise. Not told by the program
 * that is judged: it could bring this about.
 */
function sharedTests(runner: JudgeRunner, problem: Problem): Promise<ReadonlySet<string>> {
  const known = cache.get(problem);
  if (known !== undefined) return known;
  const found = findShared({ pool: runner.pool, signal: undefined }, problem);
  cache.set(problem, found);
  found.catch(() => cache.delete(problem));
  return found;
}

type Found = Pick<TestOutcome, "outcome" | "message">;

async function judgeInOneProcess(
  runner: JudgeRunner,
  { problem, source }: Program,
  test: AssertTest,
): Promise<Found & { elapsedMs: number }> {
  const work = { kind: "shared" as const, source, code: withPreamble(problem, test.code) };
  const job = await runJudgeJob(runner, { work, parts: 1, partMs: problem.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS });
  const { elapsedMs } = job;
  if (job.end === "passed") return { outcome: "passed", message: ONE_PROCESS_NOTE, elapsedMs };
  if (job.error === null) return { outcome: job.end, message: `${job.reason} (${ONE_PROCESS_NOTE})`, elapsedMs };
  const found = outcomeOfError(job.error);
  return { ...found, message: `${found.message} (${ONE_PROCESS_NOTE})`, elapsedMs };
}

function outcomeOf(end: PartEnd | undefined): Found {
  if (end === undefined) return { outcome: "not-run", message: null };
  if (isPassed(end)) return { outcome: "passed", message: null };
  if (end.kind === "result" && "error" in end.result && end.result.error.type === "AssertionError") {
    return { outcome: "wrong", message: `AssertionError: ${end.result.error.message}`.replace(/: $/, "") };
  }
  if (needsOneProcess(end)) return { outcome: "wrong", message: "The program answers with objects where data is wanted." };
  return outcomeWithoutValue(end);
}

/** Test code, run where the program cannot reach it: the program answers its calls from another process. */
export async function judgeAsserts(
  runner: JudgeRunner,
  problem: Problem,
  { program, tests }: { readonly program: string; readonly tests: readonly NumberedTest<AssertTest>[] },
): Promise<Judged> {
  const shared = await sharedTests(runner, problem);
  const judged = { problem, source: withPreamble(problem, program) };
  const apart = tests.filter(({ test }) => !shared.has(test.id));
  const run = await runApart(
    runner,
    judged,
    apart.map(({ test }) => test),
  );
  const found = new Map(apart.map(({ index }, position) => [index, outcomeOf(run.ends[position])]));
  let { elapsedMs } = run;
  for (const { index, test } of tests) {
    // Without a reference solution there is nobody else to ask than the program itself.
    const end = run.ends[apart.findIndex((candidate) => candidate.index === index)];
    const undecided = problem.reference === null && needsOneProcess(end);
    if (!shared.has(test.id) && !undecided) continue;
    const { elapsedMs: took, ...outcome } = await judgeInOneProcess(runner, judged, test);
    elapsedMs += took;
    found.set(index, outcome);
  }
  const outcomes = tests.map(({ index, test }): TestOutcome => {
    const { outcome, message } = found.get(index) ?? outcomeOf(undefined);
    return {
      index,
      visible: test.visible,
      passed: outcome === "passed",
      outcome,
      input: test.code,
      expected: null,
      actual: null,
      message,
    };
  });
  return { outcomes, elapsedMs };
}
