import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { readText } from "@/testing/read-import";

function samples(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

describe("LiveCodeBench outputs", () => {
  test("grades, time-outs, empty programs and rates that disagree", async () => {
    const rows = [
      {
        question_id: "a",
        question_title: "A",
        code_list: ["p", "q", "", "t"],
        output_list: ["```p```", "q", "", "t"],
        graded_list: [true, false, false, false],
        "pass@1": 0.25,
        metadata: ["{}", '{"error_code": -2, "error_message": "Wrong Answer"}', "{}", '{"error_code": -3}'],
      },
      { question_id: "b", code_list: ["p"], graded_list: [true], "pass@1": 0 },
      { question_id: "c", code_list: ["p"], graded_list: [true, false] },
      { question_id: "d", code_list: [] },
    ];
    const text = JSON.stringify(rows, null, 4);
    const { rows: found, report } = await readText("output/GPT-4o/Scenario.codegeneration_4_0.2_eval_all.json", text);
    expect(samples(found).map(({ taskId, raw, verdict, detail }) => [taskId, raw, verdict, detail])).toEqual([
      ["a", "```p```", "passed", null],
      ["a", "q", "failed", "Wrong Answer"],
      ["a", "", "no_code", null],
      ["a", "t", "timeout", null],
      ["b", null, "passed", null],
    ]);
    expect(found[0]).toMatchObject({ arm: { model: "GPT-4o", n: 4, temperature: 0.2, benchmark: "livecodebench" } });
    expect(report.rejections.map(({ reason }) => reason)).toEqual(["c: it has 1 programs and 2 grades", "d: it has no programs"]);
    expect(report.notices).toMatchObject([{ code: "rate-disagrees", taskId: "b" }]);
    const braceLine = (id: string) => text.slice(0, text.indexOf(`"question_id": "${id}"`)).split("\n").length - 1;
    expect(report.rejections.map(({ line }) => line)).toEqual([braceLine("c"), braceLine("d")]);
  });
});
