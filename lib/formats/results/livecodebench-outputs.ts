import { z } from "zod";
import type { FileFormat, Item } from "@/lib/formats/format";
import { kept, notice, rejected } from "@/lib/formats/items";
import { hasKeys, member } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";
import { rowReader } from "@/lib/formats/row-reader";
import type { Verdict } from "@/lib/imports/schema";

const rowSchema = z.object({
  question_id: z.union([z.string().min(1), z.int()]),
  code_list: z.array(z.string().nullable()),
  output_list: z.array(z.string().nullable()).nullish(),
  graded_list: z.array(z.union([z.boolean(), z.number()])).nullish(),
  "pass@1": z.number().nullish(),
  metadata: z.array(z.unknown()).nullish(),
});
type Row = z.infer<typeof rowSchema>;

/** LiveCodeBench's outputs and, with `graded_list`, its `…_eval_all.json`: one JSON array, a row per question. */
export const livecodebenchOutputs: FileFormat = {
  id: "livecodebench-outputs",
  title: "LiveCodeBench outputs and results",
  kind: "results",
  version: "1",
  description: "a JSON array of {question_id, code_list} and, once scored, graded_list",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "question_id", "code_list") ? 1 : 0),
  open({ path, head }) {
    const { model, n, temperature } = runFactors(path);
    const scenario = /(codegeneration|selfrepair)/.exec(head.fileName)?.[1] ?? null;
    const arm = new OneArm(
      importedArm({
        key: path,
        label: model === null ? path : undefined,
        benchmark: "livecodebench",
        taskKind: scenario === "selfrepair" ? "repair" : "synthesis",
        model,
        n,
        temperature,
        strategy: "single",
        tests: "public+private",
        arguments: { scenario },
      }),
    );
    return rowReader(rowSchema, (row, { line }) => readRow(row, line, arm));
  },
};

/** Its outputs lie at `output/<model>/Scenario.codegeneration_<n>_<temperature>_eval_all.json`. */
function runFactors(path: string): { model: string | null; n: number | null; temperature: number | null } {
  const match = /(?:^|\/)([^/]+)\/(?:Scenario\.)?(?:codegeneration|selfrepair)(?:_(\d+))?(?:_(\d+(?:\.\d+)?))?/.exec(path);
  const n = match?.[2];
  const temperature = match?.[3];
  return {
    model: match?.[1] ?? null,
    n: n === undefined || Number(n) === 0 ? null : Number(n),
    temperature: temperature === undefined ? null : Number(temperature),
  };
}

function readRow(row: Row, line: number, arm: OneArm): Item[] {
  const taskId = String(row.question_id);
  if (row.code_list.length === 0) return [rejected(line, `${taskId}: it has no programs`)];
  const graded = row.graded_list ?? null;
  if (graded !== null && graded.length !== row.code_list.length) {
    return [rejected(line, `${taskId}: it has ${row.code_list.length} programs and ${graded.length} grades`)];
  }
  const samples = row.code_list.map((code, index) => {
    const verdict = verdictOf(graded?.[index], code ?? "", row.metadata?.[index]);
    return {
      type: "sample" as const,
      sample: importedSample({
        armKey: arm.arm.key,
        taskId,
        line,
        chain: arm.nextChain(taskId),
        raw: row.output_list?.[index] ?? null,
        text: code,
        form: "program",
        verdict,
        detail: detailOf(row.metadata?.[index]),
      }),
    };
  });
  return [kept(line, arm.rows(samples)), ...checkRate(row, line, taskId)];
}

/** −3 and `Time Limit Exceeded` are its time-outs (`lcb_runner/evaluation/testing_util.py`). */
function verdictOf(grade: boolean | number | undefined, code: string, metadata: unknown): Verdict | null {
  if (grade === undefined) return null;
  if (grade === true || grade === 1) return "passed";
  if (code.trim() === "") return "no_code";
  return grade === -3 || codeOf(metadata) === -3 ? "timeout" : "failed";
}

function codeOf(metadata: unknown): unknown {
  return member(asObject(metadata), "error_code");
}

/** Written as an object or as its JSON text. */
function asObject(metadata: unknown): unknown {
  if (typeof metadata !== "string") return metadata;
  try {
    return JSON.parse(metadata);
  } catch {
    return null;
  }
}

function detailOf(metadata: unknown): string | null {
  const message = member(asObject(metadata), "error_message") ?? member(asObject(metadata), "error");
  return typeof message === "string" ? message.slice(0, 2_000) : null;
}

function checkRate(row: Row, line: number, taskId: string): Item[] {
  const said = row["pass@1"];
  const graded = row.graded_list;
  if (typeof said !== "number" || graded === null || graded === undefined) return [];
  const rate = graded.filter((grade) => grade === true || grade === 1).length / graded.length;
  if (Math.abs(rate - said) < 1e-9) return [];
  return [
    notice("warning", "rate-disagrees", {
      message: `${taskId}: the row says pass@1 = ${said}, its grades give ${rate}`,
      line,
      taskId,
    }),
  ];
}
