import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";

function samples(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

describe("lm-evaluation-harness", () => {
  const row = {
    doc_id: 3,
    doc: { question: "?" },
    target: "42",
    arguments: [["Q", { temperature: 0.5, do_sample: true }]],
    resps: [["The answer is 42."]],
    filtered_resps: ["42"],
    exact_match: 1,
    doc_hash: "x",
  };

  test("one answer takes the metric as its verdict; filters are arms", async () => {
    const { rows } = await readText(
      "meta__llama/samples_gsm8k_2025-01-02T03-04-05.678.jsonl",
      jsonLines(
        { ...row, filter: "strict" },
        { ...row, filter: "flexible", exact_match: 0 },
        { ...row, doc: { task_id: "T/9" }, filter: "strict", exact_match: 0.5, acc: NaN },
      ),
    );
    expect(
      samples(rows).map(({ taskId, raw, text, verdict, scores }) => [taskId, raw, text, verdict, scores.exact_match]),
    ).toEqual([
      ["3", "The answer is 42.", "42", "passed", 1],
      ["3", "The answer is 42.", "42", "failed", 0],
      ["T/9", "The answer is 42.", "42", null, 0.5],
    ]);
    expect(
      rows.flatMap((item) =>
        item.type === "arm" ? [[item.arm.model, item.arm.benchmark, item.arm.temperature, item.arm.arguments.filter]] : [],
      ),
    ).toEqual([
      ["meta/llama", "gsm8k", 0.5, "strict"],
      ["meta/llama", "gsm8k", 0.5, "flexible"],
    ]);
  });

  test("several answers under one score become a tally, not invented verdicts", async () => {
    const { rows } = await readText(
      "samples_humaneval_x.jsonl",
      jsonLines({
        ...row,
        resps: [["a", "b", "c", "d"]],
        filtered_resps: [["a", "b", "c", "d"]],
        exact_match: undefined,
        "pass@1": 0.25,
      }),
    );
    expect(samples(rows).map(({ verdict }) => verdict)).toEqual([null, null, null, null]);
    expect(rows.at(-1)).toMatchObject({ type: "tally", tally: { samples: 4, passed: 1 } });
  });

  test("multiple choice keeps its score; without one it is rejected", async () => {
    const choice = { ...row, resps: [[[-1.5, false]], [[-0.5, true]]], filtered_resps: [[-1.5, false]], exact_match: undefined };
    const { rows, report } = await readText("samples_arc.jsonl", jsonLines({ ...choice, acc: 1 }, choice));
    expect(rows.at(-1)).toMatchObject({ type: "tally", tally: { samples: 1, passed: 1 } });
    expect(report).toMatchObject({ rowsKept: 1, rowsRejected: 1 });
  });
});
