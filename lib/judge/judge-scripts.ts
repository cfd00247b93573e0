import type { Problem, Test } from "@/lib/benchmarks/schema";
import { isRightOutput } from "./compare-stdout";
import { DEFAULT_TIME_LIMIT_MS, withPreamble } from "./expected-values";
import { type Judged, type NumberedTest, outcomeOfError } from "./judge-calls";
import { type JobResult, type JudgeRunner, runJudgeJob } from "./run-judge-job";
import type { TestOutcome } from "./schema";
import { showOutput } from "./shown-text";

type InputTest = Extract<Test, { kind: "stdin" }>;

function outcomeOf(job: JobResult, right: boolean): Pick<TestOutcome, "outcome" | "message"> {
  if (job.end === "passed") return { outcome: right ? "passed" : "wrong", message: null };
  if (job.error !== null) return outcomeOfError(job.error);
  return { outcome: job.end, message: job.reason };
}

/** Whole programs with standard input: one process per test, output compared outside. */
export async function judgeScripts(
  runner: JudgeRunner,
  problem: Problem,
  { program, tests }: { readonly program: string; readonly tests: readonly NumberedTest<InputTest>[] },
): Promise<Judged> {
  const outcomes: TestOutcome[] = [];
  let elapsedMs = 0;
  const source = withPreamble(problem, program);
  for (const { index, test } of tests) {
    const work = { kind: "script" as const, source, stdin: test.input };
    const job = await runJudgeJob(runner, { work, parts: 1, partMs: problem.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS });
    const found = outcomeOf(job, isRightOutput(job.stdout, test.output, problem.comparison.stdout));
    elapsedMs += job.elapsedMs;
    outcomes.push({
      index,
      visible: test.visible,
      passed: found.outcome === "passed",
      input: test.input,
      expected: test.output,
      actual: showOutput(job.stdout),
      ...found,
    });
  }
  return { outcomes, elapsedMs };
}
