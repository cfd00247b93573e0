import { z } from "zod";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys, member, text } from "@/lib/formats/looks";
import { evalplusArm } from "@/lib/formats/results/evalplus-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";
import { taskIdSchema } from "@/lib/formats/results/task-id";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z
  .object({
    task_id: taskIdSchema,
    solution: z.string().nullish(),
    completion: z.string().nullish(),
    raw_solution: z.string().nullish(),
  })
  .refine(
    (row) => typeof row.solution === "string" || typeof row.completion === "string",
    'neither "solution" nor "completion" is text',
  );

/**
 * Samples as EvalPlus and BigCodeBench read them: `solution` stands alone and wins over `completion`. EvalPlus keeps the
 * unprocessed answers in a file of its own (`….raw.jsonl`), whose solutions are answers, not programs.
 */
export const evalplusSamples: FileFormat = {
  id: "evalplus-samples",
  title: "EvalPlus and BigCodeBench samples",
  kind: "results",
  version: "1",
  description: "JSONL rows with task_id and solution (or completion), BigCodeBench with raw_solution",
  shape: "file",
  recognize({ rows: [row] }) {
    const scored = ["is_solved", "base_status", "plus_status", "status"].some((key) => member(row, key) !== undefined);
    return hasKeys(row, "task_id", "solution") && !scored ? 0.9 : 0;
  },
  open({ path, head }) {
    const arm = new OneArm(evalplusArm(path, text(head.rows[0], "task_id")));
    const isRaw = /\.raw\.jsonl(?:\.gz)?$/.test(path);
    return rowReader(rowSchema, (row, { line }) => {
      const solution = row.solution ?? null;
      const sample = importedSample({
        armKey: arm.arm.key,
        taskId: row.task_id,
        line,
        chain: arm.nextChain(row.task_id),
        raw: isRaw ? solution : (row.raw_solution ?? null),
        text: isRaw ? null : (solution ?? row.completion ?? null),
        form: solution === null ? "completion" : "program",
      });
      return [kept(line, arm.rows([{ type: "sample", sample }]))];
    });
  },
};
