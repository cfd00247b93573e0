import { z } from "zod";
import { assertTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.string().min(1),
  declaration: z.string(),
  buggy_solution: z.string(),
  canonical_solution: z.string(),
  test: z.string().min(1),
  example_test: z.string().default(""),
  entry_point: z.string().min(1),
  docstring: z.string().default(""),
  bug_type: z.string().nullish(),
  failure_symptoms: z.string().nullish(),
});

/**
 * Muennighoff et al. 2023 (HumanEvalPack), arXiv 2308.07124. Both test texts end with their own call. The example test is
 * visible and does not score: 20 of the 164 buggy programs pass it.
 */
export const humanevalfix: FileFormat = {
  id: "humanevalfix",
  title: "HumanEvalFix problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows of HumanEvalPack: task_id, declaration, buggy_solution, canonical_solution, test, example_test",
  shape: "file",
  recognize: ({ rows: [row] }) =>
    hasKeys(row, "task_id", "declaration", "buggy_solution", "canonical_solution", "test") ? 1 : 0,
  open: () =>
    rowReader(rowSchema, (row, { line }) => {
      const example =
        row.example_test.trim() === "" ? [] : [assertTest({ suite: "example", index: 0, visible: true, code: row.example_test })];
      return [
        kept(line, [
          {
            type: "problem",
            problem: makeProblem({
              taskId: row.task_id,
              kind: "repair",
              format: "humanevalfix",
              title: row.entry_point,
              prompt: `Fix bugs in ${row.entry_point}.`,
              entryPoint: row.entry_point,
              starter: row.declaration + row.buggy_solution,
              reference: row.declaration + row.canonical_solution,
              tests: [...example, assertTest({ suite: "base", index: 0, visible: false, code: row.test })],
              timeLimitMs: 10_000,
              metadata: {
                bugType: row.bug_type ?? null,
                failureSymptoms: row.failure_symptoms ?? null,
                docstring: row.docstring,
              },
            }),
          },
        ]),
      ];
    }),
};
