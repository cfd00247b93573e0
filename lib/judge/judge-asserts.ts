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

/** Said where only a reference solution could show that it is the test, and not the program, that brings objects in. */
const NEEDS_OBJECTS =
  "The program and this test would have to exchange objects that are not data. That is only done where the benchmark's reference solution needs it, too.";

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

/** `data`: what the program answers must be data even there; `objects`: the reference itself answers with objects. */
type Answers = "data" | "objects";
type SharedTests = ReadonlyMap<string, Answers>;

const cache = new WeakMap<Problem, Promise<SharedTests>>();

async function findShared(runner: JudgeRunner, problem: Problem): Promise<SharedTests> {
  const tests = problem.tests.filter((test) => test.kind === "assert");
  if (problem.reference === null || tests.length === 0) return new Map();
  const reference = { problem, source: withPreamble(problem, problem.reference) };
  const { ends } = await runApart(runner, reference, tests);
  const shared = new Map<string, Answers>();
  for (const test of tests.filter((_, index) => !isPassed(ends[index]))) {
    for (const answers of ["data", "objects"] as const) {
      const { outcome } = await judgeInOneProcess(runner, reference, { test, answers });
      if (outcome !== "passed") continue;
      shared.set(test.id, answers);
      break;
    }
  }
  return shared;
}

/**
 * Tests that only work inside the program's own process, told by the reference solution, which passes them there and fails them otherwise. Not
 * told by the program that is judged: it could bring this about. Asked for only when a program has failed apart, so that a right one costs one run.
 */
function sharedTests(runner: JudgeRunner, problem: Problem): Promise<SharedTests> {
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
  { test, answers }: { readonly test: AssertTest; readonly answers: Answers },
): Promise<Found & { elapsedMs: number }> {
  const { entryPoint } = problem;
  const work = { kind: "shared" as const, source, code: withPreamble(problem, test.code), entryPoint, answers };
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
  if (needsOneProcess(end)) return { outcome: "wrong", message: NEEDS_OBJECTS };
  return outcomeWithoutValue(end);
}

/** What of the tests did not pass apart and is known to need one process, judged there. */
async function judgeShared(
  runner: JudgeRunner,
  judged: Program,
  failed: readonly NumberedTest<AssertTest>[],
): Promise<{ found: ReadonlyMap<number, Found>; elapsedMs: number }> {
  const found = new Map<number, Found>();
  if (failed.length === 0) return { found, elapsedMs: 0 };
  const shared = await sharedTests(runner, judged.problem);
  let elapsedMs = 0;
  for (const { index, test } of failed) {
    const answers = shared.get(test.id);
    if (answers === undefined) continue;
    const { elapsedMs: took, ...outcome } = await judgeInOneProcess(runner, judged, { test, answers });
    elapsedMs += took;
    found.set(index, outcome);
  }
  return { found, elapsedMs };
}

/** Test code, run where the program cannot reach it: the program answers its calls from another process. */
export async function judgeAsserts(
  runner: JudgeRunner,
  problem: Problem,
  { program, tests }: { readonly program: string; readonly tests: readonly NumberedTest<AssertTest>[] },
): Promise<Judged> {
  const judged = { problem, source: withPreamble(problem, program) };
  const texts = tests.map(({ test }) => test);
  const apart = await runApart(runner, judged, texts);
  const failed = tests.filter((_, position) => !isPassed(apart.ends[position]));
  const shared = await judgeShared(runner, judged, failed);
  const outcomes = tests.map(({ index, test }, position): TestOutcome => {
    const { outcome, message } = shared.found.get(index) ?? outcomeOf(apart.ends[position]);
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
  return { outcomes, elapsedMs: apart.elapsedMs + shared.elapsedMs };
}
