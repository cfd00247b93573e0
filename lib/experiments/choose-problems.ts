import type { Problem } from "@/lib/benchmarks/schema";
import { seededRandom } from "@/lib/stats/seeded-random";
import type { Subset } from "./schema";

/**
 * The problems of a subset, in the benchmark's order. A sample is drawn over tasks, so that a task that is asked in two ways stays in both;
 * the same seed draws the same tasks. Pure.
 */
export function chooseProblems<Item extends { readonly problem: Problem }>(
  items: readonly Item[],
  subset: Subset,
  seed: number,
): Item[] {
  const { kinds, difficulties, tags, taskIds, sample } = subset;
  const left = items.filter(({ problem }) => {
    if (kinds !== null && !kinds.includes(problem.kind)) return false;
    if (difficulties !== null && !difficulties.includes(problem.difficulty ?? "")) return false;
    if (tags !== null && !tags.some((tag) => problem.tags.includes(tag))) return false;
    return taskIds === null || taskIds.includes(problem.taskId);
  });
  if (sample === null) return left;
  const drawn = drawTasks([...new Set(left.map(({ problem }) => problem.taskId))], sample, seed);
  return left.filter(({ problem }) => drawn.has(problem.taskId));
}

/** The first of a seeded shuffle, so that a larger sample holds the smaller one. */
function drawTasks(taskIds: readonly string[], count: number, seed: number): Set<string> {
  const random = seededRandom(seed);
  const shuffled = [...taskIds];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random.nextInt(last + 1);
    const [a, b] = [shuffled[last], shuffled[other]];
    if (a === undefined || b === undefined) continue;
    shuffled[last] = b;
    shuffled[other] = a;
  }
  return new Set(shuffled.slice(0, count));
}
