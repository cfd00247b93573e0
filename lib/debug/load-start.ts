import { findBenchmark, listBenchmarks, listProblems } from "@/lib/benchmarks/data";
import { listModels } from "@/lib/models/data";
import { loadDebugProblem } from "./load-problem";
import type { DebugStart } from "./schema";

/** The example that the page opens with: its stand-in answers wrongly first and rightly then. */
const EXAMPLE = { slug: "polytrace-mini", taskId: "mini/repair/weave_lists" };

/** What the page shows first for an address: the problem that it names, else an example. */
export async function loadDebugStart(asked: string | null): Promise<DebugStart> {
  const [benchmarks, models] = await Promise.all([listBenchmarks(), listModels()]);
  const wanted = asked === null || asked === "own" ? null : await loadDebugProblem(asked);
  const problem = wanted ?? (await loadExample());
  const isGone = asked !== null && asked !== "own" && wanted === null;
  return {
    benchmarks: benchmarks.map(({ id, slug, title, version }) => ({ id, slug, title, version })),
    models: models.map(({ id, title, provider, notes }) => ({ id, title, provider, notes })),
    problem,
    notice: isGone ? "The problem of this address is not on this server: its benchmark may not have been imported here." : null,
  };
}

async function loadExample() {
  const benchmark = await findBenchmark(EXAMPLE.slug, null);
  if (benchmark === null) return null;
  const problems = await listProblems(benchmark.id, ["repair"]);
  const example = problems.find(({ problem }) => problem.taskId === EXAMPLE.taskId) ?? problems[0];
  return example === undefined ? null : loadDebugProblem(example.id);
}
