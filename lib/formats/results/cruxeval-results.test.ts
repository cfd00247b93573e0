import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { readText } from "@/testing/read-import";

function samples(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

describe("CRUXEval", () => {
  const scored = (generations: object, flags: object, at5: number) =>
    JSON.stringify({ raw_generations: generations, raw_scored_generations: flags, pass_at_1: 50, pass_at_5: at5 });

  test("answers and flags are joined by task, whichever comes first", async () => {
    const flagsFirst = '{"raw_scored_generations": {"sample_0": [true, false]}, "raw_generations": {"sample_0": ["1", "2"]}}';
    for (const text of [scored({ sample_0: ["1", "2"] }, { sample_0: [true, false] }, 100), flagsFirst]) {
      const { rows } = await readText("sample_scored_m_temp0.2_output.json", text, { as: "cruxeval-scored" });
      expect(samples(rows).map(({ text: answer, verdict }) => [answer, verdict])).toEqual([
        ["1", "passed"],
        ["2", "failed"],
      ]);
    }
  });

  test("pass@5 of fewer than five answers is called undefined", async () => {
    const { report } = await readText("x_output.json", scored({ sample_0: ["1", "2"] }, { sample_0: [true, false] }, 100));
    expect(report.notices).toMatchObject([{ code: "pass-at-k-undefined", severity: "warning" }]);
  });

  test("answers without flags are kept without a verdict; flags that do not fit reject the task", async () => {
    const { rows, report } = await readText(
      "x_output.json",
      scored({ sample_0: ["1"], sample_1: ["1", "2"], sample_2: ["1"], sample_3: 7 }, { sample_1: [true], sample_2: [true] }, 0),
    );
    expect(report).toMatchObject({ rowsKept: 2, rowsRejected: 2 });
    expect(report.rejections.map(({ reason }) => reason).sort()).toEqual([
      "sample_1: it has 2 answers and 1 flags",
      "sample_3: its answers are not a list of texts",
    ]);
    expect(samples(rows).map(({ taskId, verdict }) => [taskId, verdict])).toEqual([
      ["sample_2", "passed"],
      ["sample_0", null],
    ]);
    expect(report.notices).toContainEqual(expect.objectContaining({ code: "unscored", severity: "warning" }));
  });

  test("a file that is cut off within its flags keeps all answers", async () => {
    const whole = scored({ sample_0: ["1"], sample_1: ["2"] }, { sample_0: [true], sample_1: [true] }, 0);
    const { rows, report } = await readText("x_output.json", whole.slice(0, whole.indexOf('"sample_1":[true')));
    expect(report.status).toBe("cut-short");
    expect(samples(rows).map(({ taskId, verdict }) => [taskId, verdict])).toEqual([
      ["sample_0", "passed"],
      ["sample_1", null],
    ]);
  });
});
