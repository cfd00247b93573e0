import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";

function samples(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

describe("EvalPlus and BigCodeBench results", () => {
  const entry = (taskId: string, base: string, plus: string | null, solution = "x = 1") => ({
    task_id: taskId,
    solution,
    base_status: base,
    plus_status: plus,
    base_fail_tests: [],
    plus_fail_tests: [],
  });

  test("base and plus are kept side by side; solved means both", async () => {
    const document = {
      date: "2025-01-02 03:04",
      hash: "h",
      eval: {
        "HumanEval/0": [
          entry("HumanEval/0", "pass", "pass"),
          entry("HumanEval/0", "pass", "fail"),
          entry("HumanEval/0", "fail", "pass"),
          entry("HumanEval/0", "timeout", "timeout"),
        ],
        "HumanEval/1": [entry("HumanEval/1", "pass", null), entry("HumanEval/1", "fail", "fail", " \n")],
      },
    };
    const { rows, report } = await readText("m_temp_0.2_eval_results.json", JSON.stringify(document, null, 1));
    expect(samples(rows).map(({ taskId, chain, verdict, suites }) => [taskId, chain, verdict, suites.base, suites.plus])).toEqual(
      [
        ["HumanEval/0", 0, "passed", "passed", "passed"],
        ["HumanEval/0", 1, "failed", "passed", "failed"],
        ["HumanEval/0", 2, "failed", "failed", "passed"],
        ["HumanEval/0", 3, "timeout", "timeout", "timeout"],
        ["HumanEval/1", 0, "passed", "passed", undefined],
        ["HumanEval/1", 1, "no_code", "no_code", "no_code"],
      ],
    );
    expect(rows[0]).toMatchObject({ arm: { benchmark: "humaneval+", model: "m", temperature: 0.2, tests: "base+plus" } });
    expect(report).toMatchObject({ rowsRead: 6, tasks: 2 });
  });

  test("a bad sample costs only itself", async () => {
    const document = {
      eval: {
        "Mbpp/1": [
          entry("Mbpp/1", "pass", "pass"),
          { solution: 3 },
          entry("Mbpp/2", "pass", "pass"),
          { solution: "x" },
          entry("Mbpp/1", "maybe", "pass"),
        ],
        "Mbpp/3": "gone",
      },
    };
    const { report } = await readText("r.json", JSON.stringify(document));
    expect(report).toMatchObject({ rowsKept: 1, rowsRejected: 5, status: "imported" });
    expect(report.rejections.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Mbpp\/1: "solution"/),
      "Mbpp/1: the sample says that it is of Mbpp/2",
      "Mbpp/1: it has no status",
      expect.stringMatching(/^Mbpp\/1: "base_status"/),
      "Mbpp/3: its samples are not a list",
    ]);
  });

  test("BigCodeBench has one status and details per test", async () => {
    const document = {
      date: "d",
      eval: {
        "BigCodeBench/0": [
          { task_id: "BigCodeBench/0", solution: "x", status: "fail", details: { test_case_1: "Traceback: boom" } },
        ],
      },
    };
    const { rows } = await readText("bcb_eval_results.json", JSON.stringify(document));
    expect(samples(rows)).toMatchObject([
      { verdict: "failed", suites: { base: "failed" }, detail: "test_case_1: Traceback: boom" },
    ]);
    expect(rows[0]).toMatchObject({ arm: { benchmark: "bigcodebench" } });
  });

  test("the layout before 0.2, which keeps no programs, is refused with advice", async () => {
    const { report } = await readText(
      "old.json",
      JSON.stringify({ eval: { "HumanEval/0": { nfiles: 1, base: [["success", [true]]] } } }),
    );
    expect(report).toMatchObject({ status: "refused", format: "evalplus-results" });
    expect(report.reason).toContain("score the samples again");
  });

  test("samples: a solution stands alone and wins, a completion continues the prompt", async () => {
    const { rows, report } = await readText(
      "s.jsonl",
      jsonLines(
        { task_id: "T/0", solution: "a", completion: "b" },
        { task_id: "T/0", solution: null, completion: "b" },
        { task_id: "T/1", solution: "c", raw_solution: "```c```" },
        { task_id: "T/2", solution: null },
      ),
    );
    expect(samples(rows).map(({ text, form, raw, chain }) => [text, form, raw, chain])).toEqual([
      ["a", "program", null, 0],
      ["b", "completion", null, 1],
      ["c", "program", "```c```", 0],
    ]);
    expect(report.rejections).toMatchObject([
      { line: 4, reason: expect.stringContaining('neither "solution" nor "completion"') },
    ]);
  });
});
