import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ImportedRow, ImportedSample } from "@/lib/imports/schema";
import { importedRowSchema } from "@/lib/imports/schema";
import { estimatePassAtK } from "@/lib/stats/estimate-pass-at-k";
import { readShared } from "@/testing/read-import";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";

function samplesOf(rows: readonly ImportedRow[]): ImportedSample[] {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

function passAtK(samples: readonly ImportedSample[], k: number): number | null {
  const problems = new Map<string, { samples: number; correct: number }>();
  for (const { taskId, verdict } of samples) {
    const count = problems.get(taskId) ?? { samples: 0, correct: 0 };
    count.samples += 1;
    if (verdict === "passed") count.correct += 1;
    problems.set(taskId, count);
  }
  return estimatePassAtK({ problems: [...problems.values()], k })?.mean ?? null;
}

const published = hasSharedData
  ? readFileSync(sharedData("cruxeval_models/published.csv"), "utf8").trim().split("\n").slice(1)
  : [];

describe.skipIf(!hasSharedData)(
  `published result files (${hasSharedData ? "found" : withoutSharedData})`,
  { timeout: 60_000 },
  () => {
    test.each(published.map((line) => line.split(",")))(
      "CRUXEval: %s has its published numbers",
      async (model = "", ...cells) => {
        const cases = [
          ["0.2", "input", 1],
          ["0.8", "input", 5],
          ["0.2", "output", 1],
          ["0.8", "output", 5],
        ] as const;
        for (const [index, [temperature, direction, k]] of cases.entries()) {
          const { rows } = await readShared(`cruxeval_models/${model}_temp${temperature}_${direction}.json.gz`);
          const found = passAtK(samplesOf(rows), k);
          // The table has one decimal; 41.25 and the like may have been rounded either way.
          expect(Math.abs(100 * (found ?? Number.NaN) - Number(cells[index]))).toBeLessThanOrEqual(0.0501);
          expect(rows[0]).toMatchObject({
            type: "arm",
            arm: {
              model: model.replace("+cot", ""),
              condition: model.endsWith("+cot") ? "cot" : "code",
              temperature: Number(temperature),
              taskKind: `${direction}-prediction`,
            },
          });
        }
      },
    );

    test("CRUXEval: CodeLlama-7B's file gives the numbers that it states; generations alone carry no verdict", async () => {
      for (const [direction, at1, at5] of [
        ["output", 34.2125, 40.2867],
        ["input", 35.95, 44.9911],
      ] as const) {
        const scored = await readShared(
          `cruxeval/samples/evaluation_results/sample_scored_codellama-7b_temp0.2_${direction}.json.gz`,
        );
        expect(100 * (passAtK(samplesOf(scored.rows), 1) ?? 0)).toBeCloseTo(at1, 4);
        expect(100 * (passAtK(samplesOf(scored.rows), 5) ?? 0)).toBeCloseTo(at5, 4);
        expect(passAtK(samplesOf(scored.rows), 11)).toBeNull();
        const plain = await readShared(
          `cruxeval/samples/model_generations/sample_codellama-7b_temp0.2_${direction}/generations.json.gz`,
        );
        expect(plain.rows[0]).toMatchObject({
          arm: { model: "codellama-7b", temperature: 0.2, taskKind: `${direction}-prediction` },
        });
        expect(samplesOf(plain.rows)).toHaveLength(8_000);
        expect(samplesOf(plain.rows).every(({ verdict }) => verdict === null)).toBe(true);
      }
    });

    test.each([
      ["input_data/humaneval/seed/gpt-3.5-turbo-0613/seed.jsonl.gz", 121, "gpt-3.5-turbo-0613", "code"],
      ["results/ldb/humaneval/gpt-3.5-turbo-0613/results.jsonl.gz", 136, "gpt-3.5-turbo-0613", "trace:ldb-block"],
      ["results/ldb/humaneval/gpt-3.5-turbo-0613-line-level/results.jsonl.gz", 132, "gpt-3.5-turbo-0613", "trace:ldb-line"],
      [
        "results/ldb/humaneval/gpt-3.5-turbo-0613-function-level/results.jsonl.gz",
        131,
        "gpt-3.5-turbo-0613",
        "trace:ldb-function",
      ],
      ["input_data/humaneval/seed/codellama/seed.jsonl.gz", 81, "codellama", "code"],
      ["results/ldb/humaneval/codellama/results.jsonl.gz", 91, "codellama", "trace:ldb-block"],
    ])("LDB: %s has %i of 164 solved", async (path, solved, model, condition) => {
      const { rows } = await readShared(`ldb/${path}`);
      expect(samplesOf(rows)).toHaveLength(164);
      expect(samplesOf(rows).filter(({ verdict }) => verdict === "passed")).toHaveLength(solved);
      expect(rows[0]).toMatchObject({ type: "arm", arm: { model, condition, benchmark: "humaneval" } });
    });

    test("CodeT: 100 completions for each of 82 problems, whose prompts are those of the ids they are given", async () => {
      const { rows, report } = await readShared("codet/HumanEval_codegen16B_temp0.8_num100_first82.jsonl.gz");
      expect(report.yielded).toEqual({ arm: 1, sample: 8_200 });
      expect(rows[0]).toMatchObject({ arm: { model: "codegen16B", temperature: 0.8, benchmark: "humaneval" } });
      const ids = new Set(samplesOf(rows).map(({ taskId }) => taskId));
      expect([...ids].slice(0, 5)).toEqual(["HumanEval/0", "HumanEval/1", "HumanEval/10", "HumanEval/100", "HumanEval/101"]);
      expect([...ids].at(-1)).toBe("HumanEval/24");
    });

    test("everything that is read fits the canonical shapes", async () => {
      const { rows } = await readShared("humaneval/example_samples.jsonl");
      for (const row of rows) expect(importedRowSchema.parse(row)).toEqual(row);
      expect(samplesOf(rows).map(({ chain }) => chain)).toEqual([0, 1, 2, 3, 4, 5]);
    });
  },
);
