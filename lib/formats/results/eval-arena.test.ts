import { describe, expect, test } from "vitest";
import { jsonLines, readText } from "@/testing/read-import";

describe("eval-arena", () => {
  test("counts, duplicates, impossible counts and rates that disagree", async () => {
    const row = { benchmark_id: "b", model: "m", example_id: "e0", pass1: 0.8, correct: 4, count: 5 };
    const { rows, report } = await readText(
      "t.jsonl",
      jsonLines(
        { ...row, example_id: "bad", correct: 6 },
        row,
        row,
        { ...row, model: "n", pass1: 0.5 },
        { ...row, example_id: "e1", correct: undefined, count: undefined, pass1: 1 },
        { ...row, example_id: "e2", correct: undefined, count: undefined },
      ),
    );
    expect(
      rows.flatMap((item) => (item.type === "tally" ? [[item.tally.taskId, item.tally.passed, item.tally.samples]] : [])),
    ).toEqual([
      ["e0", 4, 5],
      ["e0", 4, 5],
      ["e1", 1, 1],
    ]);
    expect(rows.map(({ type }) => type)).toEqual(["arm", "tally", "arm", "tally", "tally"]);
    expect(report.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [1, '"correct" is 6 of "count" 5'],
      [3, "b, m, e0 is there twice"],
      [6, '"pass1" is 0.8 and there is no "count"'],
    ]);
    expect(report.notices).toMatchObject([{ code: "rate-disagrees", line: 4 }]);
  });
});
