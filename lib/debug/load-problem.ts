import { findBenchmarkById, findProblem } from "@/lib/benchmarks/data";
import { toPublicProblem } from "@/lib/engine/public-problem";
import { findBenchmarkIdOf } from "./data";
import type { DebugProblem } from "./schema";

/** A problem as the page shows it, without its hidden tests and its solution; null when it is not here. */
export async function loadDebugProblem(id: string): Promise<DebugProblem | null> {
  const [stored, benchmarkId] = await Promise.all([findProblem(id), findBenchmarkIdOf(id)]);
  const benchmark = benchmarkId === null ? null : await findBenchmarkById(benchmarkId);
  if (stored === null || benchmark === null) return null;
  const { taskId, kind, prompt, entryPoint, callStyle, preamble, starter, visibleTests, question } = toPublicProblem(
    stored.problem,
  );
  const shown = { taskId, kind, prompt, entryPoint, callStyle, preamble, starter, visibleTests: [...visibleTests] };
  const asked = question === null ? null : question.kind === "output" ? question.call : question.expected;
  return {
    ...shown,
    id,
    benchmark: { id: benchmark.id, slug: benchmark.slug, title: benchmark.title },
    title: stored.problem.title,
    question: asked,
    hiddenTests: stored.problem.tests.filter(({ visible }) => !visible).length,
  };
}
