import type { Problem, Test } from "@/lib/benchmarks/schema";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { judgeAsserts } from "./judge-asserts";
import { type Judged, judgeCalls, type NumberedTest } from "./judge-calls";
import { judgePredictions } from "./judge-predictions";
import { judgeScripts } from "./judge-scripts";
import type { JudgeRunner } from "./run-judge-job";
import type { JudgeProgram, JudgeRequest, ProgramVerdict, TestOutcome } from "./schema";

/** Part of every verdict: another version may judge differently. */
export const HARNESS_VERSION = "4";

/** A job takes 64 MiB of JSON (tracer/wire.py), which may have six bytes for a character. */
const MOST_PROGRAM_CHARACTERS = 8 * 2 ** 20;

/** What is too long to be run fails: taken for trouble of the machine, it would be left out of all numbers. */
function refuse(tests: readonly NumberedTest<Test>[]): Judged {
  const message = `The program is longer than ${MOST_PROGRAM_CHARACTERS.toLocaleString("en")} characters.`;
  const none = { passed: false, outcome: "not-run", input: "", expected: null, actual: null, message } as const;
  return { outcomes: tests.map(({ index, test: { visible } }) => ({ index, visible, ...none })), elapsedMs: 0 };
}

function wanted(problem: Problem, which: JudgeRequest["tests"]): NumberedTest<Test>[] {
  const numbered = problem.tests.map((test, index) => ({ index, test }));
  return numbered.filter(({ test }) => which === "all" || test.visible === (which === "visible"));
}

function ofKind<K extends Test["kind"]>(
  tests: readonly NumberedTest<Test>[],
  kind: K,
): NumberedTest<Extract<Test, { kind: K }>>[] {
  return tests.filter((entry): entry is NumberedTest<Extract<Test, { kind: K }>> => entry.test.kind === kind);
}

const verdictOfOutcome: Readonly<Record<TestOutcome["outcome"], ProgramVerdict>> = {
  passed: "passed",
  wrong: "failed",
  raised: "failed",
  timeout: "timeout",
  memory: "memory",
  crashed: "crashed",
  tampered: "tampered",
  "not-run": "failed",
};

/** The verdict is that of the first test that did not pass; tampering comes before everything. */
function verdictOf(problem: Problem, outcomes: readonly TestOutcome[]): ProgramVerdict {
  if (outcomes.some(({ outcome }) => outcome === "tampered")) return "tampered";
  const scored = outcomes.filter(({ index }) => {
    const suite = problem.tests[index]?.suite;
    return suite !== undefined && problem.scoredSuites.includes(suite);
  });
  const deciding = scored.length > 0 ? scored : outcomes;
  const failed = deciding.find(({ passed }) => !passed);
  return failed === undefined ? "passed" : verdictOfOutcome[failed.outcome];
}

async function judgeTests(
  runner: JudgeRunner,
  problem: Problem,
  { program, tests }: { program: string; tests: readonly NumberedTest<Test>[] },
): Promise<Judged> {
  if (program.length > MOST_PROGRAM_CHARACTERS) return refuse(tests);
  const [calls, scripts, asserts] = [ofKind(tests, "call"), ofKind(tests, "stdin"), ofKind(tests, "assert")];
  const isPrediction = problem.kind === "output-prediction" || problem.kind === "input-prediction";
  const judged: Judged[] = [];
  if (calls.length > 0)
    judged.push(await (isPrediction ? judgePredictions : judgeCalls)(runner, problem, { program, tests: calls }));
  if (scripts.length > 0) judged.push(await judgeScripts(runner, problem, { program, tests: scripts }));
  if (asserts.length > 0) judged.push(await judgeAsserts(runner, problem, { program, tests: asserts }));
  const outcomes = judged.flatMap((part) => part.outcomes).toSorted((a, b) => a.index - b.index);
  return { outcomes, elapsedMs: judged.reduce((sum, part) => sum + part.elapsedMs, 0) };
}

/** Nothing is the right answer where an input is asked for and the program takes none. */
function takesNoArguments({ kind, tests }: Problem): boolean {
  return kind === "input-prediction" && tests.every((test) => test.kind === "call" && test.arguments.trim() === "");
}

/**
 * The judge over a pool of warm interpreters. Expected values are computed and compared where no judged program runs.
 * Throws what the pool throws: QueueFullError, JailRefusedError, InfrastructureError, the signal's reason.
 */
export function createJudge(pool: RunnerPool): JudgeProgram {
  return async ({ problem, program, tests: which, signal }) => {
    const { tier } = pool.health();
    if (tier === "refuse") throw new InfrastructureError("no program can be judged, because this machine cannot jail it");
    const base = { harnessVersion: HARNESS_VERSION, tier };
    if (program === null || (program.trim() === "" && !takesNoArguments(problem)))
      return { ...base, verdict: "no_code", tests: [], elapsedMs: 0 };
    const judged = await judgeTests({ pool, signal }, problem, { program, tests: wanted(problem, which) });
    return { ...base, verdict: verdictOf(problem, judged.outcomes), tests: [...judged.outcomes], elapsedMs: judged.elapsedMs };
  };
}
