import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";

const header = {
  difficulty: "easy",
  temperature: 0.7,
  n: 2,
  selection: "oracle_all_rounds",
  num_round: 2,
  method: "selfdebug",
  generator: "openai/Qwen/Qwen2.5-Coder-7B-Instruct",
  api_name: null,
  api_base: "http://10.0.0.1:8001/v1",
  lcb_version: "release_v4",
};
const single = (taskId: string, passed: boolean, code = "x = 1") => ({ task_id: taskId, code, passed, raw_code: `raw ${code}` });
const rounds = (taskId: string, passed: unknown[], codes = passed.map(() => ["a", "b"])) => ({
  task_id: taskId,
  codes,
  passed,
  raw_code: codes,
});

function codes(report: { notices: readonly { code: string }[] }): string[] {
  return report.notices.map(({ code }) => code);
}

function outcomes(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "outcome" ? [row.outcome] : []));
}

describe("Tracewise results", () => {
  test("a header inside a text, factors from header and name, no addresses of machines", async () => {
    const text = jsonLines(JSON.stringify(header), rounds("1", [false, true]), { "final_accuracy list": [0, 100] });
    const { rows, report } = await readText("sec5_bug_trace_TPL_NEXTrevision_vanilla_qwen_7b_easy_max_round_2.json", text);
    expect(report).toMatchObject({ status: "imported", rowsRead: 1, notices: [] });
    expect(rows[0]).toMatchObject({
      type: "arm",
      arm: {
        model: "Qwen/Qwen2.5-Coder-7B-Instruct",
        condition: "trace:next@tracewise",
        strategy: "sequential",
        n: 2,
        rounds: 2,
        oracle: true,
        benchmark: "livecodebench-easy",
      },
    });
    expect(JSON.stringify(rows[0])).not.toContain("10.0.0.1");
  });

  test("one flag for a round of several programs: which of them passed is not invented", async () => {
    const { rows } = await readText(
      "s.json",
      jsonLines(
        header,
        rounds(
          "1",
          [false, true],
          [
            ["a", ""],
            ["b", "c"],
          ],
        ),
      ),
    );
    const verdicts = rows.flatMap((row) =>
      row.type === "sample" ? [[row.sample.round, row.sample.chain, row.sample.verdict]] : [],
    );
    expect(verdicts).toEqual([
      [0, 0, "failed"],
      [0, 1, "infrastructure"],
      [1, 0, null],
      [1, 1, null],
    ]);
    expect(outcomes(rows)).toMatchObject([
      { round: 0, verdict: "failed", candidates: 2, emptyCandidates: 1, rule: "oracle_all_rounds", oracle: true },
      { round: 1, verdict: "passed", emptyCandidates: 0 },
    ]);
  });

  test("a flag per program is used for each", async () => {
    const { rows } = await readText(
      "s.json",
      jsonLines(
        header,
        rounds("1", [
          [false, true],
          [false, false],
        ]),
      ),
    );
    expect(rows.flatMap((row) => (row.type === "sample" ? [row.sample.verdict] : []))).toEqual([
      "failed",
      "passed",
      "failed",
      "failed",
    ]);
    expect(outcomes(rows).map(({ verdict }) => verdict)).toEqual(["passed", "failed"]);
  });

  test("a round in which nothing was answered is no wrong answer", async () => {
    const { rows, report } = await readText(
      "s.json",
      jsonLines(
        header,
        rounds(
          "1",
          [false, false],
          [
            ["", ""],
            ["a", ""],
          ],
        ),
        { final_accuracy_list: [0, 0] },
      ),
    );
    expect(outcomes(rows).map(({ verdict }) => verdict)).toEqual(["infrastructure", "failed"]);
    expect(report.notices).toMatchObject([
      { code: "empty-programs", message: expect.stringContaining("3 of 4 programs are empty, in 1 of 1 tasks") },
    ]);
  });

  test("the last row of a task counts, and a tail is compared with what counts", async () => {
    const parallel = { ...header, selection: "generated_tests_majority", num_round: 1 };
    const text = jsonLines(
      parallel,
      single("1", false),
      single("2", true),
      { final_accuracy: "50.00%" },
      parallel,
      single("1", true),
      { final_accuracy: "50.00%" },
    );
    const { rows, report } = await readText("majority_x.json", text);
    expect(
      rows.flatMap((row) => (row.type === "sample" ? [[row.sample.taskId, row.sample.verdict, row.sample.line]] : [])),
    ).toEqual([
      ["1", "passed", 6],
      ["2", "passed", 3],
    ]);
    expect(codes(report)).toEqual(["earlier-tail-disagrees", "resumed", "duplicate-tasks", "tail-disagrees"]);
    expect(report.notices.at(-1)).toMatchObject({
      line: 7,
      severity: "warning",
      message: "the tail says 50.00 %, the 2 tasks above it give 100.00 %",
    });
    expect(rows[0]).toMatchObject({ arm: { strategy: "parallel", oracle: false, condition: "feedback" } });
  });

  test("rows after the last tail, and a run without any, did not finish", async () => {
    const late = await readText(
      "a.json",
      jsonLines(header, rounds("1", [true, true]), { final_accuracy_list: [100, 100] }, rounds("2", [false, false])),
    );
    expect(codes(late.report)).toEqual(["rows-after-tail", "tail-disagrees"]);
    const none = await readText("b.json", jsonLines(header, rounds("1", [true, true])));
    expect(codes(none.report)).toEqual(["unfinished"]);
  });

  test("a run that was resumed with other arguments says which", async () => {
    const { report } = await readText(
      "a.json",
      jsonLines(header, { ...header, n: 4, api_name: "gpt-4o" }, rounds("1", [true, true]), { final_accuracy_list: [100, 100] }),
    );
    expect(report.notices.filter(({ code }) => code === "header-changed").map(({ message }) => message)).toEqual([
      "resumed with another model: gpt-4o after Qwen/Qwen2.5-Coder-7B-Instruct",
      "resumed with another n: 4 after 2",
    ]);
  });

  test("bad rows are rejected by line and cost nothing else; a file cut off in a row keeps the rest", async () => {
    const text = `${jsonLines(header, single("1", true), { task_id: "2", code: "x" }, rounds("3", [true], [["a"], ["b"]]), "what", { final_accuracy: "a lot" })}{"task_id": "4", "code": "x`;
    const { rows, report } = await readText("a.json", text);
    expect(report).toMatchObject({ status: "imported", rowsKept: 1, rowsRejected: 5 });
    expect(report.rejections.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(rows.filter((row) => row.type === "sample")).toHaveLength(1);
  });

  test("rows without any header cannot be placed, and the file is refused by name", async () => {
    const { rows, report } = await readText("a.json", jsonLines(single("1", true), single("2", true)));
    expect(rows).toEqual([]);
    expect(report).toMatchObject({ status: "refused", rowsKept: 0, rowsRejected: 2 });
    expect(report.reason).toMatch(/^a\.json: none of its rows .* no header that says what was run/);
  });

  test("rows before the first readable header have their place once it comes", async () => {
    const text = `{"generator": "cut\n${jsonLines(single("1", true), header, single("2", false), { final_accuracy: "50.00%" })}`;
    const { rows, report } = await readText("a.json", text);
    expect(report).toMatchObject({ status: "imported", rowsKept: 2, rowsRejected: 1, notices: [] });
    expect(rows.filter((row) => row.type === "sample")).toHaveLength(2);
  });

  test("an empty program that is stored as wrong is none; one that passed stays", async () => {
    const { rows } = await readText(
      "a.json",
      jsonLines(
        { ...header, method: "naive_cot" },
        single("1", false, ""),
        single("2", false, " \n"),
        single("3", true, ""),
        single("4", false),
      ),
    );
    expect(rows.flatMap((row) => (row.type === "sample" ? [row.sample.verdict] : []))).toEqual([
      "infrastructure",
      "infrastructure",
      "passed",
      "failed",
    ]);
    expect(rows[0]).toMatchObject({ arm: { condition: "cot", strategy: "single", n: 1, selection: null, chainOfThought: true } });
  });
});
