import { z } from "zod";
import type { FileFormat, Item } from "@/lib/formats/format";
import { kept, notice } from "@/lib/formats/items";
import { hasKeys, text } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { tracewiseTemplate } from "@/lib/formats/results/tracewise-condition";
import { rowReader } from "@/lib/formats/row-reader";
import type { ImportedRow } from "@/lib/imports/schema";

const rowSchema = z.object({
  role: z.string().min(1),
  task_id: z.string().min(1),
  prompt: z.string(),
  entry_point: z.string().nullish(),
});

/** The heading that the study's prompts put above a trace; where no trace could be made the prompt has `None` instead. */
const TRACE_HEADING = /^## Trace\s*$/m;

/**
 * Feedback that a harness gives when it calls `f(args)` where `f(*args)` was meant: the one list arrives as the first argument and
 * the others are missing. The study's harness did.
 */
const CALLED_WITH_LIST = /but got: Error: (?:.*'list'|.*\bto list\b|.*required positional argument)/;

/** Prompts of the study's repair experiment, before an answer. The trace is looked for in each: it was often not sent. */
export const tracewisePrompts: FileFormat = {
  id: "tracewise-prompts",
  title: "Tracewise repair prompts",
  kind: "results",
  version: "1",
  description: "JSONL rows {role, task_id, prompt, entry_point}",
  shape: "file",
  recognize: ({ rows: [row] }) =>
    hasKeys(row, "role", "task_id", "prompt") && /^raw$|^bug_trace_/.test(text(row, "role")) ? 1 : 0,
  open() {
    const counts = new Map<string, Count>();
    return rowReader(
      rowSchema,
      (row, { line }) => {
        const template = tracewiseTemplate(row.role);
        const delivered = template === null ? null : TRACE_HEADING.test(row.prompt);
        const isNew = !counts.has(row.role);
        const count = counts.get(row.role) ?? { prompts: 0, delivered: 0, misled: 0 };
        count.prompts += 1;
        if (delivered === true) count.delivered += 1;
        if (CALLED_WITH_LIST.test(row.prompt)) count.misled += 1;
        counts.set(row.role, count);
        const prompt: ImportedRow = {
          type: "prompt",
          prompt: {
            armKey: row.role,
            taskId: row.task_id,
            line,
            entryPoint: row.entry_point ?? null,
            text: row.prompt,
            delivered,
          },
        };
        return [kept(line, isNew ? [{ type: "arm", arm: armOf(row.role) }, prompt] : [prompt])];
      },
      () => [...counts].flatMap(([role, count]) => [...deliveryNotice(role, count), ...feedbackNotice(role, count)]),
    );
  },
};

type Count = { prompts: number; delivered: number; misled: number };

function armOf(role: string) {
  const template = tracewiseTemplate(role);
  return importedArm({
    key: role,
    label: role,
    benchmark: "mbpp+",
    taskKind: "repair",
    condition: template?.condition ?? "code",
    strategy: "single",
    n: 1,
    tests: "base+plus",
    arguments: { role, failingTestsShown: template?.tests ?? 0 },
  });
}

function deliveryNotice(role: string, { prompts, delivered }: Count): Item[] {
  if (tracewiseTemplate(role) === null || delivered === prompts) return [];
  const message = `${role}: a trace is in ${delivered} of ${prompts} prompts`;
  return [notice("warning", "treatment-undelivered", { message })];
}

function feedbackNotice(role: string, { prompts, misled }: Count): Item[] {
  if (misled === 0) return [];
  const message = `${role}: in ${misled} of ${prompts} prompts the feedback is an error that comes of calling f(args) instead of f(*args)`;
  return [notice("warning", "harness-fault", { message })];
}
