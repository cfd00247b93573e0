import { benchmarkVersion } from "@/lib/benchmarks/benchmark-version";
import { type Problem, type Suite, suiteSchema, type TaskKind } from "@/lib/benchmarks/schema";
import { importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import type { FileReport } from "@/lib/imports/schema";
import { usageFailure } from "./command-failure";

/** Which tests decide: those that the benchmark scores, those that may be shown, or one suite. */
export const testChoices = ["scored", "visible", ...suiteSchema.options] as const;
export type TestChoice = (typeof testChoices)[number];

export type ProblemSettings = {
  readonly tests: TestChoice;
  /** Takes only problems of this kind. */
  readonly kind: TaskKind | undefined;
  /** Instead of the benchmark's own limit per test. */
  readonly timeLimitMs: number | undefined;
  /** Python code put before the benchmark's own preamble. */
  readonly preamble: string;
};

export type JudgeBenchmark = {
  readonly path: string;
  readonly format: string | null;
  /** As the benchmark has it when it is imported. */
  readonly version: string;
  /** Ready to be judged: only the chosen tests, with limit and preamble as asked. */
  readonly problems: readonly Problem[];
  /** Problems of the file that have none of the chosen tests, or are of another kind. */
  readonly leftOut: number;
  readonly reports: readonly FileReport[];
};

function isChosen(problem: Problem, { visible, suite }: Problem["tests"][number], choice: TestChoice): boolean {
  if (choice === "visible") return visible;
  if (choice !== "scored") return suite === choice;
  const isPrediction = problem.kind === "output-prediction" || problem.kind === "input-prediction";
  // A prediction answers the hidden test; visible ones are examples of other calls.
  return problem.scoredSuites.includes(suite) && !(isPrediction && visible);
}

function suitesOf(problem: Problem, tests: Problem["tests"]): Suite[] {
  const scored = problem.scoredSuites.filter((suite) => tests.some((test) => test.suite === suite));
  return scored.length > 0 ? scored : [...new Set(tests.map(({ suite }) => suite))];
}

/** The problem with nothing but what is judged; null when nothing is left. */
function toJudged(problem: Problem, { tests: choice, kind, timeLimitMs, preamble }: ProblemSettings): Problem | null {
  if (kind !== undefined && problem.kind !== kind) return null;
  const tests = problem.tests.filter((test) => isChosen(problem, test, choice));
  if (tests.length === 0) return null;
  return {
    ...problem,
    tests,
    scoredSuites: suitesOf(problem, tests),
    timeLimitMs: timeLimitMs ?? problem.timeLimitMs,
    preamble: [preamble, problem.preamble].filter((part) => part !== "").join("\n"),
  };
}

/** Reads a benchmark's file or folder. Its problems are held in memory; the samples never are. */
export async function readJudgeBenchmark(
  sources: readonly ByteSource[],
  { as, ...settings }: ProblemSettings & { readonly as: string | undefined },
): Promise<JudgeBenchmark> {
  const all: Problem[] = [];
  const reports: FileReport[] = [];
  for await (const event of importFiles(sources, as === undefined ? {} : { as })) {
    if (event.type === "report") reports.push(event.report);
    else for (const row of event.rows) if (row.type === "problem") all.push(row.problem);
  }
  const path = reports[0]?.path ?? "";
  if (all.length === 0) throw usageFailure(`${path} holds no problems. ${reports[0]?.reason ?? "It is no benchmark file."}`);
  const problems = all.map((problem) => toJudged(problem, settings)).filter((problem) => problem !== null);
  if (problems.length === 0) throw usageFailure(`No problem of ${path} has tests as asked for with --tests and --kind.`);
  const leftOut = all.length - problems.length;
  return { path, format: all[0]?.format ?? null, version: benchmarkVersion(all), problems, leftOut, reports };
}

/** Finds a sample's problem; a sentence when the id names two and nothing says which, undefined when there is none. */
export class ProblemIndex {
  readonly #byTask = new Map<string, Problem[]>();

  constructor(problems: readonly Problem[]) {
    for (const problem of problems) this.#byTask.set(problem.taskId, [...(this.#byTask.get(problem.taskId) ?? []), problem]);
  }

  find(taskId: string, kind: TaskKind | null): Problem | string | undefined {
    // EvalPlus names MBPP's task 2 `Mbpp/2`.
    const other = taskId.startsWith("Mbpp/") ? taskId.slice(5) : `Mbpp/${taskId}`;
    const found = this.#byTask.get(taskId) ?? this.#byTask.get(other) ?? [];
    if (found.length <= 1) return found[0];
    return (
      found.find((problem) => problem.kind === kind) ??
      `${taskId} is a task of several kinds here (${found.map((problem) => problem.kind).join(", ")}). Choose one with --kind.`
    );
  }
}
