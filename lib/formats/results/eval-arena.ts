import { z } from "zod";
import type { FileFormat, Item } from "@/lib/formats/format";
import { kept, notice, rejected } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { rowReader } from "@/lib/formats/row-reader";
import type { ImportedRow } from "@/lib/imports/schema";

/** More than any run has; the database adds them up in 32 bits. */
const MOST_SAMPLES = 10_000_000;

const rowSchema = z.object({
  benchmark_id: z.string().min(1),
  model: z.string().min(1),
  example_id: z.union([z.string().min(1), z.int()]),
  pass1: z.number().min(0).max(1),
  correct: z.int().min(0).optional(),
  count: z.int().positive().max(MOST_SAMPLES).optional(),
});
type Row = z.infer<typeof rowSchema>;

const ROUNDING = 5e-4;

/** The smallest exchange table: counts per benchmark, model and example. Source: github.com/crux-eval/eval-arena. */
export const evalArena: FileFormat = {
  id: "eval-arena",
  title: "eval-arena table",
  kind: "results",
  version: "1",
  description: "JSONL rows {benchmark_id, model, example_id, pass1, correct, count}",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "benchmark_id", "model", "example_id", "pass1") ? 1 : 0),
  open() {
    const examples = new Map<string, number>();
    const arms = new Map<string, Map<string, Arm>>();
    return rowReader(rowSchema, (row, { line }) => {
      const taskId = String(row.example_id);
      const number = examples.get(taskId) ?? examples.size;
      examples.set(taskId, number);
      const arm = armOf(arms, row);
      if (arm.seen.has(number)) return [rejected(line, `${row.benchmark_id}, ${row.model}, ${taskId} is there twice`)];
      arm.seen.add(number);
      return readRow(row, { line, taskId, arm });
    });
  },
};

/** `seen` holds numbers of examples, not their texts: a table has as many rows as arms times examples. */
type Arm = { readonly key: string; readonly seen: Set<number>; isAnnounced: boolean };

function armOf(arms: Map<string, Map<string, Arm>>, { benchmark_id: benchmark, model }: Row): Arm {
  const models = arms.get(benchmark) ?? new Map<string, Arm>();
  arms.set(benchmark, models);
  const arm = models.get(model) ?? { key: JSON.stringify([benchmark, model]), seen: new Set<number>(), isAnnounced: false };
  models.set(model, arm);
  return arm;
}

type Place = { line: number; taskId: string; arm: Arm };

function readRow(row: Row, { line, taskId, arm }: Place): Item[] {
  const counts = countsOf(row);
  if (typeof counts === "string") return [rejected(line, counts)];
  const tally: ImportedRow = {
    type: "tally",
    tally: { armKey: arm.key, taskId, line, samples: counts.samples, passed: counts.passed },
  };
  const rows: ImportedRow[] = arm.isAnnounced
    ? [tally]
    : [{ type: "arm", arm: importedArm({ key: arm.key, benchmark: row.benchmark_id, model: row.model }) }, tally];
  arm.isAnnounced = true;
  const rate = counts.passed / counts.samples;
  if (Math.abs(rate - row.pass1) <= ROUNDING) return [kept(line, rows)];
  const message = `${taskId}: pass1 is ${row.pass1}, but ${counts.passed} of ${counts.samples} is ${rate}; the counts are used`;
  return [kept(line, rows), notice("warning", "rate-disagrees", { message, line, taskId })];
}

/** Older tables have `pass1` alone: 0 or 1 is then one sample. */
function countsOf({ pass1, correct, count }: Row): { samples: number; passed: number } | string {
  if (count !== undefined) {
    const passed = correct ?? Math.round(pass1 * count);
    return passed > count ? `"correct" is ${passed} of "count" ${count}` : { samples: count, passed };
  }
  if (pass1 === 0 || pass1 === 1) return { samples: 1, passed: pass1 };
  return `"pass1" is ${pass1} and there is no "count"`;
}
