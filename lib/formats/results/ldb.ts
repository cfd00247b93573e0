import { z } from "zod";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys, text } from "@/lib/formats/looks";
import { benchmarkOf } from "@/lib/formats/results/benchmark-of";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.string().min(1),
  solution: z.string(),
  is_solved: z.boolean(),
  is_passing: z.boolean().nullish(),
  debug_iter: z.int().nullish(),
  token_nums: z.number().nullish(),
  implementations: z.array(z.string()).nullish(),
});

/** Seeds and debugged programs of the trace-based debugger LDB (Zhong et al. 2024, arXiv 2402.16906), with its own verdicts. */
export const ldb: FileFormat = {
  id: "ldb",
  title: "LDB seeds and results",
  kind: "results",
  version: "1",
  description: "JSONL rows with task_id, solution, is_solved and, after debugging, debug_iter and implementations",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "task_id", "solution", "is_solved") ? 1 : 0),
  open({ path, head }) {
    const arm = new OneArm(armOf(path, text(head.rows[0], "task_id"), hasKeys(head.rows[0], "implementations")));
    return rowReader(rowSchema, (row, { line }) => {
      const scores: Record<string, number> = {};
      if (typeof row.debug_iter === "number") scores.debugIterations = row.debug_iter;
      if (typeof row.is_passing === "boolean") scores.visibleTestsPassed = row.is_passing ? 1 : 0;
      const sample = importedSample({
        armKey: arm.arm.key,
        taskId: row.task_id,
        line,
        chain: arm.nextChain(row.task_id),
        round:
          row.implementations === null || row.implementations === undefined ? 0 : Math.max(0, row.implementations.length - 1),
        text: row.solution,
        form: "program",
        verdict: row.is_solved ? "passed" : row.solution.trim() === "" ? "no_code" : "failed",
        scores,
        answerTokens: typeof row.token_nums === "number" ? Math.round(row.token_nums) : null,
      });
      return [kept(line, arm.rows([{ type: "sample", sample }]))];
    });
  },
};

/** Folders are `seed/<model>/` and `ldb/<benchmark>/<model>[-line-level|-function-level]/`; without a level it is block. */
function armOf(path: string, firstTaskId: string, isDebugged: boolean) {
  const folder = path.split("/").at(-2) ?? null;
  const level = /-(line|function|block)-level$/.exec(folder ?? "")?.[1] ?? "block";
  const model = folder === null ? null : folder.replace(/-(?:line|function|block)-level$/, "");
  return importedArm({
    key: path,
    label: `${model ?? path} · ${isDebugged ? `LDB, ${level} level` : "seed"}`,
    benchmark: benchmarkOf(firstTaskId),
    taskKind: "synthesis",
    model,
    condition: isDebugged ? `trace:ldb-${level}` : "code",
    strategy: isDebugged ? "sequential" : "single",
    n: 1,
    tests: "base",
    selection: isDebugged ? "stop when visible tests pass" : null,
  });
}
