import { z } from "zod";
import type { FileFormat, Item, Reader, SourceValue } from "@/lib/formats/format";
import { explain, kept, notice, rejected } from "@/lib/formats/items";
import { isObject, member, text } from "@/lib/formats/looks";
import { evalplusArm } from "@/lib/formats/results/evalplus-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";
import type { Verdict } from "@/lib/imports/schema";

const statusSchema = z.enum(["pass", "fail", "timeout", "success", "failed", "timed out"]);
type Status = z.infer<typeof statusSchema>;

const entrySchema = z.object({
  task_id: z.string().min(1).optional(),
  solution: z.string(),
  base_status: statusSchema.nullish(),
  plus_status: statusSchema.nullish(),
  status: statusSchema.nullish(),
  base_fail_tests: z.array(z.unknown()).nullish(),
  plus_fail_tests: z.array(z.unknown()).nullish(),
  details: z.unknown().optional(),
});
type Entry = z.infer<typeof entrySchema>;

const METADATA = new Set(["date", "hash", "eval", "pass_at_k"]);

/**
 * What EvalPlus (`base_status`, `plus_status`) and BigCodeBench (`status`, `details`) write after scoring: one object whose
 * `eval` has a list of samples per task. Base and plus are kept side by side; the verdict asks for both.
 */
export const evalplusResults: FileFormat = {
  id: "evalplus-results",
  title: "EvalPlus and BigCodeBench results",
  kind: "results",
  version: "1",
  description:
    "one JSON object {date, hash, eval: {task_id: [{solution, base_status, plus_status} or {solution, status, details}]}}",
  shape: "file",
  recognize: ({ document }) => (isObject(firstEntry(document)) || hasLegacyEntry(document) ? 1 : 0),
  descend: (path) => path.length === 0 || (path[0] === "eval" && path.length <= 1),
  open({ path, head }) {
    const first = member(head.document, "eval");
    const arm = new OneArm(evalplusArm(path, isObject(first) ? (Object.keys(first)[0] ?? "") : ""));
    return resultsReader(arm);
  },
};

function firstEntry(document: unknown): unknown {
  const evaluations = member(document, "eval");
  const [first] = isObject(evaluations) ? Object.values(evaluations) : [];
  const entry: unknown = Array.isArray(first) ? first[0] : undefined;
  return member(entry, "solution") === undefined ? undefined : entry;
}

function hasLegacyEntry(document: unknown): boolean {
  const evaluations = member(document, "eval");
  const [first] = isObject(evaluations) ? Object.values(evaluations) : [];
  return member(first, "nfiles") !== undefined || member(first, "files") !== undefined;
}

function resultsReader(arm: OneArm): Reader {
  return {
    value(source) {
      const [top, taskId] = source.path;
      if (top !== "eval") return METADATA.has(String(top)) ? aboutRun(source) : [];
      return typeof taskId === "string"
        ? readTask(taskId, source, arm)
        : [rejected(source.line, '"eval" is not an object of tasks')];
    },
    end: () => [],
  };
}

function aboutRun({ path, value, line }: SourceValue): Item[] {
  if (path[0] !== "date" && path[0] !== "hash") return [];
  const message = path[0] === "date" ? `scored on ${String(value)}` : `scored on the dataset with hash ${String(value)}`;
  return [notice("information", `scored-${path[0]}`, { message, line })];
}

function readTask(taskId: string, { value, line }: SourceValue, arm: OneArm): Item[] {
  if (isObject(value) && ("nfiles" in value || "files" in value)) {
    return [rejected(line, `${taskId}: this is EvalPlus' layout before 0.2, which keeps no programs; score the samples again`)];
  }
  if (!Array.isArray(value)) return [rejected(line, `${taskId}: its samples are not a list`)];
  return value.map((entry: unknown) => readEntry(taskId, { entry, line }, arm));
}

function readEntry(taskId: string, { entry, line }: { entry: unknown; line: number }, arm: OneArm): Item {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return rejected(line, `${taskId}: ${explain(parsed.error)}`);
  const row = parsed.data;
  if (row.task_id !== undefined && row.task_id !== taskId)
    return rejected(line, `${taskId}: the sample says that it is of ${row.task_id}`);
  const base = toVerdict(row.base_status ?? row.status ?? null, row.solution);
  const plus = toVerdict(row.plus_status ?? null, row.solution);
  if (base === null) return rejected(line, `${taskId}: it has no status`);
  const sample = importedSample({
    armKey: arm.arm.key,
    taskId,
    line,
    chain: arm.nextChain(taskId),
    text: row.solution,
    form: "program",
    verdict: plus === null || base !== "passed" ? base : plus,
    suites: plus === null ? { base } : { base, plus },
    detail: detailOf(row),
  });
  return kept(line, arm.rows([{ type: "sample", sample }]));
}

function toVerdict(status: Status | null, program: string): Verdict | null {
  if (status === null) return null;
  if (status === "pass" || status === "success") return "passed";
  if (status === "timeout" || status === "timed out") return "timeout";
  return program.trim() === "" ? "no_code" : "failed";
}

/** The first failing inputs, as the scorer kept them; long ones are cut. */
function detailOf(row: Entry): string | null {
  const base = row.base_fail_tests ?? [];
  const plus = row.plus_fail_tests ?? [];
  const parts = [
    base.length === 0 ? "" : `base fails on ${JSON.stringify(base.slice(0, 3))}`,
    plus.length === 0 ? "" : `plus fails on ${JSON.stringify(plus.slice(0, 3))}`,
    isObject(row.details) && Object.keys(row.details).length > 0
      ? Object.entries(row.details)
          .map(([name]) => `${name}: ${text(row.details, name)}`)
          .join("\n")
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join("; ").slice(0, 2_000);
}
