import { z } from "zod";
import type { TaskKind } from "@/lib/benchmarks/schema";
import { callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({ id: z.string().min(1), code: z.string().min(1), input: z.string(), output: z.string().min(1) });
type Row = z.infer<typeof rowSchema>;

/**
 * Gu et al. 2024, arXiv 2401.03065: the function is always `f`. Each row is two problems, one per direction. In input prediction
 * any input that gives the output is right; its test holds the input that the benchmark knows.
 */
export const cruxeval: FileFormat = {
  id: "cruxeval",
  title: "CRUXEval problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with id, code, input, output",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "id", "code", "input", "output") ? 0.9 : 0),
  open: () =>
    rowReader(rowSchema, (row, { line }) => [
      kept(line, [
        { type: "problem", problem: toProblem(row, "output-prediction") },
        { type: "problem", problem: toProblem(row, "input-prediction") },
      ]),
    ]),
};

function toProblem(row: Row, kind: TaskKind) {
  return makeProblem({
    taskId: row.id,
    kind,
    format: "cruxeval",
    prompt: row.code,
    entryPoint: "f",
    starter: row.code,
    reference: row.code,
    tests: [callTest({ suite: "base", index: 0, visible: false, arguments: row.input, expected: row.output })],
    timeLimitMs: 3_000,
  });
}
