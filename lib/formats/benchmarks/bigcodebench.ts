import { z } from "zod";
import { assertTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.string().min(1),
  complete_prompt: z.string(),
  instruct_prompt: z.string().default(""),
  canonical_solution: z.string(),
  test: z.string().min(1),
  entry_point: z.string().min(1),
  libs: z.union([z.string(), z.array(z.string())]).default([]),
});

/** Runs the `TestCases` of a problem and raises when one of them fails. */
const RUN_TESTS = `
import unittest as _unittest
_result = _unittest.TestResult()
_unittest.defaultTestLoader.loadTestsFromTestCase(TestCases).run(_result)
for _case, _text in _result.failures + _result.errors:
    raise AssertionError(_text)
assert _result.testsRun > 0
`;

/** Zhuo et al. 2024, arXiv 2406.15877. Most problems need third-party libraries, named in the tags. */
export const bigcodebench: FileFormat = {
  id: "bigcodebench",
  title: "BigCodeBench problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with task_id, complete_prompt, instruct_prompt, canonical_solution, test, entry_point, libs",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "task_id", "complete_prompt", "canonical_solution", "test") ? 1 : 0),
  open: () =>
    rowReader(rowSchema, (row, { line }) => [
      kept(line, [
        {
          type: "problem",
          problem: makeProblem({
            taskId: row.task_id,
            kind: "synthesis",
            format: "bigcodebench",
            title: row.entry_point,
            prompt: row.complete_prompt,
            entryPoint: row.entry_point,
            completionPrefix: row.complete_prompt,
            starter: row.complete_prompt,
            reference: `${row.complete_prompt}\n${row.canonical_solution}`,
            tests: [assertTest({ suite: "base", index: 0, visible: false, code: row.test + RUN_TESTS })],
            tags: librariesOf(row.libs),
            metadata: { instruction: row.instruct_prompt },
          }),
        },
      ]),
    ]),
};

/** A list, or its Python `repr` as the published file has it. */
function librariesOf(libs: string | string[]): string[] {
  return typeof libs === "string" ? [...libs.matchAll(/'([^']+)'|"([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? "") : libs;
}
