import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";
import { writeZip } from "@/testing/write-zip";

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

  test("answers without flags and flags that do not fit are rejected by task", async () => {
    const { report } = await readText(
      "x_output.json",
      scored(
        { sample_0: ["1"], sample_1: ["1", "2"], sample_2: ["1"], sample_3: 7 },
        { sample_1: [true], sample_2: [true] },
        100,
      ),
    );
    expect(report).toMatchObject({ rowsKept: 1, rowsRejected: 3 });
    expect(report.rejections.map(({ reason }) => reason).sort()).toEqual([
      "sample_0: it has answers but no flags",
      "sample_1: it has 2 answers and 1 flags",
      "sample_3: its answers are not a list of texts",
    ]);
  });
});

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

describe("Inspect logs", () => {
  const header = {
    version: 2,
    status: "success",
    eval: { task: "t", model: "openai/gpt", dataset: { name: "d" }, config: { epochs: 2 } },
    plan: { config: { temperature: 0.3 } },
  };
  const sample = {
    id: "q1",
    epoch: 1,
    output: { completion: "it is C", usage: { input_tokens: 5, output_tokens: 3 } },
    scores: { match: { value: "C", answer: "C", explanation: "same" } },
  };

  test.each(["deflate", "zstandard", "stored"] as const)("samples of a log with %s entries", async (method) => {
    const log = writeZip([
      { path: "_journal/start.json", content: JSON.stringify(header), method },
      {
        path: "samples/q1_epoch_2.json",
        content: JSON.stringify({ ...sample, epoch: 2, scores: { match: { value: "I" } } }),
        method,
      },
      { path: "samples/q1_epoch_1.json", content: JSON.stringify(sample), method },
      {
        path: "samples/q2_epoch_1.json",
        content: JSON.stringify({ ...sample, id: 2, error: { message: "Connection reset" } }),
        method,
      },
      {
        path: "samples/q3_epoch_1.json",
        content: JSON.stringify({ ...sample, id: "q3", scores: { a: { value: { x: 0.5, y: 1 } }, b: { value: NaN } } }),
        method,
      },
      { path: "samples/bad_epoch_1.json", content: "{", method },
      { path: "summaries.json", content: "[]", method },
      { path: "header.json", content: JSON.stringify(header), method },
    ]);
    const { rows, report } = await readText("log.eval", log);
    expect(samples(rows).map(({ taskId, chain, verdict, text, scores }) => [taskId, chain, verdict, text, scores])).toEqual([
      ["q1", 0, "passed", "C", { match: 1 }],
      ["q1", 1, "failed", "it is C", { match: 0 }],
      ["2", 0, "infrastructure", "C", { match: 1 }],
      ["q3", 0, null, "it is C", { "a.x": 0.5, "a.y": 1 }],
    ]);
    expect(rows[0]).toMatchObject({ arm: { model: "openai/gpt", benchmark: "d", n: 2, temperature: 0.3 } });
    expect(report).toMatchObject({ format: "inspect-eval", rowsRejected: 1 });
    expect(report.rejections[0]?.reason).toMatch(/^samples\/bad_epoch_1\.json: it is not valid JSON/);
  });

  test("a run that was cut off says so", async () => {
    const log = writeZip([
      { path: "_journal/start.json", content: JSON.stringify({ ...header, status: undefined }) },
      { path: "samples/q1_epoch_1.json", content: JSON.stringify(sample) },
    ]);
    const { report } = await readText("log.eval", log);
    expect(report.notices).toMatchObject([{ code: "unfinished", message: 'the run ended with status "started"' }]);
  });

  test("a header that is something else refuses the log", async () => {
    const { report } = await readText(
      "log.eval",
      writeZip([
        { path: "header.json", content: '{"eval": {}}' },
        { path: "samples/1_epoch_1.json", content: "{}" },
      ]),
    );
    expect(report).toMatchObject({ status: "refused" });
    expect(report.reason).toMatch(/^log\.eval: header\.json: "eval\.task"/);
  });
});
