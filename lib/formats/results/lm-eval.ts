import { z } from "zod";
import type { FileFormat, Item, ReadContext } from "@/lib/formats/format";
import { kept, rejected } from "@/lib/formats/items";
import { hasKeys, isObject, member } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";
import { rowReader } from "@/lib/formats/row-reader";
import type { ImportedRow, Verdict } from "@/lib/imports/schema";

const rowSchema = z.looseObject({
  doc_id: z.union([z.int(), z.string()]),
  doc: z.unknown(),
  resps: z.array(z.unknown()),
  filtered_resps: z.array(z.unknown()).default([]),
  filter: z.string().optional(),
});
type Row = z.infer<typeof rowSchema>;

const NOT_METRICS = new Set([
  "doc_id",
  "doc",
  "target",
  "arguments",
  "resps",
  "filtered_resps",
  "filter",
  "metrics",
  "doc_hash",
  "prompt_hash",
  "target_hash",
]);
/** Metrics that say right or wrong, in the order in which they are believed. */
const CORRECTNESS = /^(?:pass@1|pass_at_1|exact_match|acc|accuracy|correct|prompt_level_strict_acc)(?:,.*)?$/;

/** lm-evaluation-harness with `--log_samples`: `<model>/samples_<task>_<date>.jsonl`. */
export const lmEval: FileFormat = {
  id: "lm-eval",
  title: "lm-evaluation-harness samples",
  kind: "results",
  version: "1",
  description: "JSONL rows with doc_id, doc, target, arguments, resps, filtered_resps and one field per metric",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "doc_id", "doc", "resps") ? 1 : 0),
  open(context) {
    const arms = new Map<string, OneArm>();
    return rowReader(rowSchema, (row, { line }) => {
      const filter = row.filter ?? "none";
      const arm = arms.get(filter) ?? new OneArm(armOf(context, row, filter));
      arms.set(filter, arm);
      return readRow(row, line, arm);
    });
  },
};

/** A task with several answer filters has a row per document and filter; each filter is an arm. */
function armOf({ path, head }: ReadContext, row: Row, filter: string) {
  const task = /^samples_(.+?)(?:_\d{4}-\d\d-\d\dT[\d-.]+)?\.jsonl$/.exec(head.fileName)?.[1] ?? null;
  const folder = path.split("/").at(-2) ?? null;
  const temperature = generationArgument(row, "temperature");
  return importedArm({
    key: `${path} · ${filter}`,
    label: [folder, task, filter === "none" ? null : `filter ${filter}`].filter((part) => part !== null).join(" · ") || path,
    benchmark: task,
    model: folder === null ? null : folder.replace("__", "/"),
    temperature: generationArgument(row, "do_sample") === false ? 0 : typeof temperature === "number" ? temperature : null,
    strategy: "single",
    arguments: { filter },
  });
}

/** `arguments` is a list of `[prompt, {…}]`, or `{gen_args_0: {arg_0, arg_1: {…}}}`. */
function generationArgument(row: Row, name: string): unknown {
  const first = Array.isArray(row.arguments) ? row.arguments[0] : member(row.arguments, "gen_args_0");
  return Array.isArray(first) ? member(first[1], name) : member(member(first, "arg_1"), name);
}

function readRow(row: Row, line: number, arm: OneArm): Item[] {
  const taskId = taskIdOf(row);
  const raw = row.resps.flat(3).filter((answer) => typeof answer === "string");
  const extracted = row.filtered_resps.flat(3).filter((answer) => typeof answer === "string");
  const scores = metricsOf(row);
  const correct = Object.entries(scores).find(([name]) => CORRECTNESS.test(name))?.[1];
  const answers = Math.max(raw.length, extracted.length);
  if (answers === 0) return loglikelihoodItems(row, { line, taskId, correct, arm });
  const rows: ImportedRow[] = Array.from({ length: answers }, (_, index) => ({
    type: "sample",
    sample: importedSample({
      armKey: arm.arm.key,
      taskId,
      line,
      chain: arm.nextChain(taskId),
      raw: raw[index] ?? null,
      text: extracted[index] ?? raw[index] ?? null,
      form: "answer",
      verdict: answers === 1 ? verdictOf(correct) : null,
      scores,
    }),
  }));
  const passed = correct === undefined ? Number.NaN : correct * answers;
  if (answers > 1 && Number.isInteger(passed))
    rows.push({ type: "tally", tally: { armKey: arm.arm.key, taskId, line, samples: answers, passed } });
  return [kept(line, arm.rows(rows))];
}

type Judged = { line: number; taskId: string; correct: number | undefined; arm: OneArm };

/** Multiple choice: the answers are log-probabilities, of which only the score is kept. */
function loglikelihoodItems(row: Row, { line, taskId, correct, arm }: Judged): Item[] {
  if (correct !== 0 && correct !== 1)
    return [rejected(line, `document ${row.doc_id}: it has neither an answer in text nor a right-or-wrong metric`)];
  return [kept(line, arm.rows([{ type: "tally", tally: { armKey: arm.arm.key, taskId, line, samples: 1, passed: correct } }]))];
}

function verdictOf(correct: number | undefined): Verdict | null {
  return correct === 1 ? "passed" : correct === 0 ? "failed" : null;
}

function metricsOf(row: Row): Record<string, number> {
  const entries = Object.entries(row).flatMap(([name, value]): [string, number][] => {
    if (NOT_METRICS.has(name)) return [];
    if (typeof value === "boolean") return [[name, value ? 1 : 0]];
    return typeof value === "number" && Number.isFinite(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

function taskIdOf(row: Row): string {
  const named = isObject(row.doc) ? (row.doc.task_id ?? row.doc.id ?? row.doc.question_id) : undefined;
  return typeof named === "string" || typeof named === "number" ? String(named) : String(row.doc_id);
}
