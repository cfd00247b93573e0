import { z } from "zod";
import { entryPointOf } from "@/lib/formats/benchmarks/entry-point";
import { assertTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys, member } from "@/lib/formats/looks";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.union([z.string().min(1), z.int()]),
  text: z.string().optional(),
  prompt: z.string().optional(),
  code: z.string(),
  test_list: z.array(z.string().min(1)).min(1),
  test_setup_code: z.string().default(""),
  test_imports: z.array(z.string()).default([]),
  challenge_test_list: z.array(z.string().min(1)).default([]),
});

/**
 * Austin et al. 2021, arXiv 2108.07732: the full set (`text`) and the sanitized one (`prompt`). All of `test_list` scores; its
 * first test is visible, as in EvalPlus' prompts. The challenge tests are kept apart. Set-up code belongs to the tests: tasks 367 and 927
 * build trees there of the class that the program defines.
 */
export const mbpp: FileFormat = {
  id: "mbpp",
  title: "MBPP problems",
  kind: "benchmark",
  version: "2",
  description: "rows with task_id, text or prompt, code, test_list, as JSONL (full) or one JSON array (sanitized)",
  shape: "file",
  recognize({ rows: [row] }) {
    const isMbpp = hasKeys(row, "task_id", "code", "test_list") && member(row, "test") === undefined;
    return isMbpp ? 0.9 : 0;
  },
  open: () =>
    rowReader(rowSchema, (row, { line }) => {
      const setUp = row.test_setup_code.trim() === "" ? "" : `${row.test_setup_code}\n`;
      const base = row.test_list.map((code, index) =>
        assertTest({ suite: "base", index, visible: index === 0, code: setUp + code }),
      );
      const challenge = row.challenge_test_list.map((code, index) =>
        assertTest({ suite: "challenge", index, visible: false, code: setUp + code }),
      );
      return [
        kept(line, [
          {
            type: "problem",
            problem: makeProblem({
              taskId: String(row.task_id),
              kind: "synthesis",
              format: "mbpp",
              prompt: row.text ?? row.prompt ?? "",
              entryPoint: entryPointOf(row.code, row.test_list.join("\n")),
              preamble: row.test_imports.filter((part) => part.trim() !== "").join("\n"),
              reference: row.code,
              tests: [...base, ...challenge],
            }),
          },
        ]),
      ];
    }),
};
