import { z } from "zod";
import type { FileFormat, ReadContext } from "@/lib/formats/format";
import { kept, notice } from "@/lib/formats/items";
import { hasKeys, member, text } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { nameFactors } from "@/lib/formats/results/name-factors";
import { OneArm } from "@/lib/formats/results/one-arm";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({ prompt: z.string().min(1), samples: z.array(z.string()).min(1) });

/** HumanEval's 164 ids in the order of their texts, which is how CodeT's files are sorted: 0, 1, 10, 100, 101, … */
const HUMANEVAL_IDS = Array.from({ length: 164 }, (_, index) => `HumanEval/${index}`).sort();

/**
 * CodeT's generations (Chen et al. 2022, arXiv 2207.10397): a prompt without its examples and a list of completions. The rows
 * carry no task id; for HumanEval they follow its ids sorted as text.
 */
export const codet: FileFormat = {
  id: "codet",
  title: "CodeT generations",
  kind: "results",
  version: "1",
  description: "JSONL rows with prompt and samples (a list of completions), without task ids",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "prompt", "samples") && Array.isArray(member(row, "samples")) ? 0.9 : 0),
  open(context) {
    const isHumaneval = text(context.head.rows[0], "prompt").includes("def has_close_elements(");
    const arm = new OneArm(armOf(context, isHumaneval));
    let row = 0;
    return rowReader(
      rowSchema,
      ({ samples }, { line }) => {
        const taskId = (isHumaneval ? HUMANEVAL_IDS[row] : undefined) ?? `row ${row}`;
        row += 1;
        const rows = samples.map((completion) => ({
          type: "sample" as const,
          sample: importedSample({
            armKey: arm.arm.key,
            taskId,
            line,
            chain: arm.nextChain(taskId),
            text: completion,
            form: "completion",
          }),
        }));
        return [kept(line, arm.rows(rows))];
      },
      () => [
        notice("information", "ids-by-order", {
          message: isHumaneval
            ? "the file has no task ids; rows were given HumanEval's ids in the order of their text (0, 1, 10, 100, …)"
            : "the file has no task ids; rows are numbered",
        }),
      ],
    );
  },
};

function armOf({ path, head }: ReadContext, isHumaneval: boolean) {
  const { temperature } = nameFactors(path);
  const model = /_(codegen\w*?|incoder\w*?|davinci\w*?|cushman\w*?)_temp/i.exec(head.fileName)?.[1] ?? null;
  const benchmark = isHumaneval ? "humaneval" : null;
  return importedArm({
    key: path,
    benchmark,
    taskKind: "synthesis",
    model,
    temperature,
    condition: "code",
    strategy: "single",
    tests: "base",
  });
}
