import { problemSchema } from "@/lib/benchmarks/schema";
import { getDatabase } from "@/lib/database/client";
import { runOfTest } from "@/lib/engine/failing-run";
import { armFactorsSchema } from "@/lib/experiments/arm";
import type { Runs } from "@/lib/results/runs-schema";

const MOST_TESTS = 200;
const TITLE_CHARACTERS = 160;

const nothing: Runs = { benchmark: null, kind: null, preamble: "", prefix: null, entryPoint: null, subject: null, tests: [] };

/** How programs of an arm's problem are started, from the benchmark that has it here; null where there is no such arm. */
export async function findRuns(armId: string, taskId: string): Promise<Runs | null> {
  const arm = await getDatabase().arm.findUnique({ where: { id: armId }, select: { factors: true } });
  if (arm === null) return null;
  const { benchmark, benchmarkVersion, taskKind } = armFactorsSchema.parse(arm.factors);
  const rows = await getDatabase().problem.findMany({
    where: { taskId, benchmark: { isComplete: true } },
    select: { body: true, kind: true, benchmark: { select: { slug: true, version: true, createdAt: true } } },
  });
  const slug = benchmark?.toLowerCase().replace("+", "-plus");
  const likeness = (row: (typeof rows)[number]) =>
    Number(row.benchmark.version === benchmarkVersion) * 4 +
    Number(row.benchmark.slug === slug) * 2 +
    Number(row.kind === taskKind);
  const [row] = rows.toSorted(
    (one, other) => likeness(other) - likeness(one) || other.benchmark.createdAt.getTime() - one.benchmark.createdAt.getTime(),
  );
  if (row === undefined) return nothing;
  const problem = problemSchema.parse(row.body);
  const { kind, preamble, completionPrefix, entryPoint, starter } = problem;
  const isPrediction = kind === "output-prediction" || kind === "input-prediction";
  const tests = problem.tests.slice(0, MOST_TESTS).map((test, index) => {
    const { entry } = runOfTest(problem, "", test);
    const text = entry.kind === "call" ? entry.expression : entry.kind === "script" ? entry.stdin : entry.code;
    return { index, title: `${index + 1}. ${text.replaceAll(/\s+/g, " ").slice(0, TITLE_CHARACTERS)}`, entry };
  });
  return {
    benchmark: row.benchmark.slug,
    kind,
    preamble,
    prefix: completionPrefix,
    entryPoint,
    subject: isPrediction ? starter : null,
    tests,
  };
}
