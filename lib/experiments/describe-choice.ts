import { z } from "zod";
import type { StoredProblem } from "@/lib/benchmarks/data";
import { type Problem, taskKindSchema } from "@/lib/benchmarks/schema";

const countedSchema = z.object({ value: z.string(), problems: z.int() });

export const choiceSchema = z.object({
  slug: z.string(),
  title: z.string(),
  problems: z.int(),
  chosen: z.int(),
  kinds: z.array(z.object({ kind: taskKindSchema, problems: z.int(), chosen: z.int(), chosenWithVisibleTests: z.int() })),
  difficulties: z.array(countedSchema),
  tags: z.array(countedSchema),
});
/** What a benchmark holds to choose from, and what a subset takes of it. */
export type Choice = z.infer<typeof choiceSchema>;

type Sets = { readonly all: readonly StoredProblem[]; readonly chosen: readonly StoredProblem[] };

/** Pure. */
export function describeChoice(benchmark: { readonly slug: string; readonly title: string }, { all, chosen }: Sets): Choice {
  const kinds = taskKindSchema.options
    .map((kind) => {
      const taken = chosen.filter(({ problem }) => problem.kind === kind);
      return {
        kind,
        problems: all.filter(({ problem }) => problem.kind === kind).length,
        chosen: taken.length,
        chosenWithVisibleTests: taken.filter(({ problem }) => problem.tests.some(({ visible }) => visible)).length,
      };
    })
    .filter(({ problems }) => problems > 0);
  const { slug, title } = benchmark;
  const difficulties = count(all, ({ difficulty }) => (difficulty === null ? [] : [difficulty]));
  const tags = count(all, (problem) => problem.tags);
  return { slug, title, problems: all.length, chosen: chosen.length, kinds, difficulties, tags };
}

function count(items: readonly StoredProblem[], valuesOf: (problem: Problem) => readonly string[]): Choice["tags"] {
  const counts = new Map<string, number>();
  for (const { problem } of items) for (const value of valuesOf(problem)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, problems]) => ({ value, problems }));
}
