import { z } from "zod";
import { assertTest, callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys, member, text } from "@/lib/formats/looks";
import { exampleCalls } from "@/lib/formats/python/example-calls";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.string().min(1),
  prompt: z.string(),
  entry_point: z.string().min(1),
  canonical_solution: z.string(),
  test: z.string().min(1),
  given_tests: z.array(z.string().min(1)).optional(),
});
type Row = z.infer<typeof rowSchema>;

/** Chen et al. 2021, arXiv 2107.03374. Its harness gives a program 3 s. The docstring's examples become visible tests. */
export const humaneval: FileFormat = {
  id: "humaneval",
  title: "HumanEval problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with task_id, prompt, entry_point, canonical_solution, test",
  shape: "file",
  recognize({ rows: [row] }) {
    if (!hasKeys(row, "task_id", "prompt", "entry_point", "canonical_solution", "test")) return 0;
    if (member(row, "solution") !== undefined || member(row, "buggy_solution") !== undefined) return 0;
    return text(row, "test").includes("assertion(candidate(*inp)") || member(row, "base_input") !== undefined ? 0 : 0.9;
  },
  open: () =>
    rowReader(rowSchema, (row, { line }) => [
      kept(line, [
        {
          type: "problem",
          problem: makeProblem({
            taskId: row.task_id,
            kind: "synthesis",
            format: "humaneval",
            title: row.entry_point,
            prompt: row.prompt,
            entryPoint: row.entry_point,
            completionPrefix: row.prompt,
            starter: row.prompt,
            reference: row.prompt + row.canonical_solution,
            tests: [...examples(row), baseTest(row)],
            timeLimitMs: 3_000,
          }),
        },
      ]),
    ]),
};

function baseTest(row: Row) {
  return assertTest({ suite: "base", index: 0, visible: false, code: `${row.test}\ncheck(${row.entry_point})` });
}

function examples(row: Row) {
  if (row.given_tests !== undefined) {
    return row.given_tests.map((code, index) => assertTest({ suite: "example", index, visible: true, code }));
  }
  const calls = exampleCalls(row.prompt, row.entry_point);
  return calls.map((call, index) => callTest({ suite: "example", index, visible: true, ...call }));
}
