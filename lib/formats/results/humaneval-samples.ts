import { z } from "zod";
import type { FileFormat, Item, ReadContext } from "@/lib/formats/format";
import { kept, rejected } from "@/lib/formats/items";
import { hasKeys, member, text } from "@/lib/formats/looks";
import { benchmarkOf } from "@/lib/formats/results/benchmark-of";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { nameFactors } from "@/lib/formats/results/name-factors";
import { OneArm } from "@/lib/formats/results/one-arm";
import { taskIdSchema } from "@/lib/formats/results/task-id";
import { rowReader } from "@/lib/formats/row-reader";
import type { Verdict } from "@/lib/imports/schema";

const rowSchema = z.object({
  task_id: taskIdSchema,
  completion: z.string(),
  result: z.string().optional(),
  passed: z.boolean().optional(),
});
type Row = z.infer<typeof rowSchema>;

/** What OpenAI's human-eval reads (`samples.jsonl`) and writes (`…_results.jsonl`). Several rows per task. */
export const humanevalSamples: FileFormat = {
  id: "humaneval-samples",
  title: "HumanEval samples and results",
  kind: "results",
  version: "1",
  description: "JSONL rows with task_id, completion and, once scored, result and passed",
  shape: "file",
  recognize({ rows: [row] }) {
    return hasKeys(row, "task_id", "completion") && member(row, "solution") === undefined ? 0.9 : 0;
  },
  open(context) {
    const arm = armOf(context);
    return rowReader(rowSchema, (row, { line }) => readRow(row, line, arm));
  },
};

function armOf({ path, head }: ReadContext): OneArm {
  const { model, temperature, chainOfThought } = nameFactors(path);
  const benchmark = benchmarkOf(text(head.rows[0], "task_id"));
  const label = model === null ? head.fileName : undefined;
  return new OneArm(
    importedArm({
      key: path,
      label,
      benchmark,
      taskKind: "synthesis",
      model,
      temperature,
      chainOfThought,
      strategy: "single",
      tests: "base",
    }),
  );
}

function readRow(row: Row, line: number, arm: OneArm): Item[] {
  const verdict = verdictOf(row);
  if (verdict === "contradiction") return [rejected(line, `"passed" is ${row.passed}, but "result" is "${row.result}"`)];
  const sample = importedSample({
    armKey: arm.arm.key,
    taskId: row.task_id,
    line,
    chain: arm.nextChain(row.task_id),
    text: row.completion,
    form: "completion",
    verdict,
    suites: verdict === null ? {} : { base: verdict },
    detail: row.result ?? null,
  });
  return [kept(line, arm.rows([{ type: "sample", sample }]))];
}

function verdictOf({ passed, result, completion }: Row): Verdict | null | "contradiction" {
  if (passed === undefined && result === undefined) return null;
  const says = result === undefined ? undefined : result === "passed";
  if (passed !== undefined && says !== undefined && passed !== says) return "contradiction";
  if (passed ?? says) return "passed";
  if (result?.startsWith("timed out") === true) return "timeout";
  return completion.trim() === "" ? "no_code" : "failed";
}
