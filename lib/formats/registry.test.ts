import { describe, expect, test } from "vitest";
import { memorySource } from "@/lib/formats/input/memory-source";
import { readHead } from "@/lib/formats/input/read-head";
import { formats } from "@/lib/formats/registry";
import { importedRowSchema } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";
import { writeZip } from "@/testing/write-zip";

const header = {
  generator: "openai/m",
  selection: "first",
  num_round: 1,
  n: 16,
  temperature: 0.7,
  method: "naive",
  difficulty: "easy",
};

/** The smallest file of each format; a new format needs one here. */
const examples: Readonly<Record<string, { path?: string; content: string | Uint8Array }>> = {
  humaneval: {
    content: jsonLines({
      task_id: "HumanEval/0",
      prompt: "def f(x):\n",
      entry_point: "f",
      canonical_solution: "    return x\n",
      test: "def check(c):\n    assert c(1) == 1\n",
    }),
  },
  mbpp: {
    content: jsonLines({
      task_id: 1,
      text: "Add.",
      code: "def add(a, b):\n    return a + b",
      test_list: ["assert add(1, 2) == 3"],
      test_setup_code: "",
      challenge_test_list: [],
    }),
  },
  evalplus: {
    content: jsonLines({
      task_id: "HumanEval/0",
      prompt: "def f(x):\n",
      entry_point: "f",
      canonical_solution: "    return x\n",
      base_input: [[1]],
      plus_input: [[2]],
      atol: 0,
      contract: "",
    }),
  },
  "evalplus-origin": {
    content: jsonLines({
      task_id: "HumanEval/0",
      prompt: "def f(x):\n",
      entry_point: "f",
      canonical_solution: "    return x\n",
      test: "def assertion(out, exp, atol):\n    assert out == exp\n\ndef check(candidate):\n    inputs = [[1]]\n    results = [1]\n    for i, (inp, exp) in enumerate(zip(inputs, results)):\n        assertion(candidate(*inp), exp, 0)\n",
    }),
  },
  cruxeval: { content: jsonLines({ id: "sample_0", code: "def f(x):\n    return x", input: "1", output: "1" }) },
  humanevalfix: {
    content: jsonLines({
      task_id: "Python/0",
      declaration: "def f(x):\n",
      buggy_solution: "    return 0\n",
      canonical_solution: "    return x\n",
      test: "assert f(1) == 1",
      example_test: "",
      entry_point: "f",
      prompt: "def f(x):\n",
    }),
  },
  quixbugs: {
    content: jsonLines({
      name: "gcd",
      buggy_program: "def gcd(a, b):\n    return a",
      solution: "def gcd(a, b):\n    return b",
      tests: "assert gcd(1, 1) == 1",
    }),
  },
  "quixbugs-folder": {
    path: "quixbugs.zip",
    content: writeZip([
      { path: "QuixBugs-master/python_programs/gcd.py", content: "def gcd(a, b):\n    return a\n" },
      { path: "QuixBugs-master/correct_python_programs/gcd.py", content: "def gcd(a, b):\n    return b\n" },
      { path: "QuixBugs-master/json_testcases/gcd.json", content: "[[17, 0], 17]\n" },
    ]),
  },
  refactory: {
    path: "data.zip",
    content: writeZip([
      { path: "data/question_1/ans/input_001.txt", content: "f(1)" },
      { path: "data/question_1/ans/output_001.txt", content: "1\n" },
      { path: "data/question_1/code/wrong/wrong_1_001.py", content: "def f(x):\n    return 0\n" },
      { path: "data/question_1/code/reference/reference.py", content: "def f(x):\n    return x\n" },
    ]),
  },
  livecodebench: {
    content: jsonLines({
      question_title: "A",
      question_content: "Add.",
      platform: "atcoder",
      question_id: "abc1_a",
      starter_code: "",
      difficulty: "easy",
      public_test_cases: JSON.stringify([{ input: "1 2\n", output: "3\n", testtype: "stdin" }]),
      private_test_cases: "[]",
      metadata: "{}",
    }),
  },
  bigcodebench: {
    content: jsonLines({
      task_id: "BigCodeBench/0",
      complete_prompt: "def task_func():\n",
      instruct_prompt: "",
      canonical_solution: "    pass",
      test: "class TestCases: pass",
      entry_point: "task_func",
      libs: "['random']",
    }),
  },
  problems: {
    content: jsonLines({ task_id: "own/1", prompt: "Add.", entry_point: "add", tests: [{ arguments: "1, 2", expected: "3" }] }),
  },
  "humaneval-samples": { content: jsonLines({ task_id: "HumanEval/0", completion: "    return 1\n" }) },
  "evalplus-samples": { content: jsonLines({ task_id: "HumanEval/0", solution: "def f(x):\n    return x\n" }) },
  "evalplus-folder": { path: "samples.zip", content: writeZip([{ path: "HumanEval_0/0.py", content: "def f(): pass\n" }]) },
  "evalplus-results": {
    content: JSON.stringify({
      date: "d",
      hash: "h",
      eval: {
        "HumanEval/0": [
          {
            task_id: "HumanEval/0",
            solution: "x",
            base_status: "pass",
            plus_status: "fail",
            base_fail_tests: [],
            plus_fail_tests: [[1]],
          },
        ],
      },
    }),
  },
  "cruxeval-generations": { content: JSON.stringify({ sample_0: ["1", "2"] }) },
  "cruxeval-scored": {
    content: JSON.stringify({
      raw_generations: { sample_0: ["1"] },
      raw_scored_generations: { sample_0: [true] },
      pass_at_1: 100,
      pass_at_5: 100,
    }),
  },
  "livecodebench-outputs": { content: JSON.stringify([{ question_id: "abc1_a", code_list: ["print(3)"], graded_list: [true] }]) },
  "lm-eval": {
    path: "m/samples_gsm8k_2025-01-02T03-04-05.678.jsonl",
    content: jsonLines({
      doc_id: 0,
      doc: { question: "?" },
      target: "1",
      arguments: [["?", {}]],
      resps: [["1"]],
      filtered_resps: ["1"],
      exact_match: 1,
    }),
  },
  "eval-arena": { content: jsonLines({ benchmark_id: "b", model: "m", example_id: "e", pass1: 0.5, correct: 1, count: 2 }) },
  "inspect-eval": {
    path: "log.eval",
    content: writeZip([
      { path: "header.json", content: JSON.stringify({ version: 2, status: "success", eval: { task: "t", model: "openai/m" } }) },
      { path: "samples/1_epoch_1.json", content: JSON.stringify({ id: 1, epoch: 1, scores: { match: { value: "C" } } }) },
    ]),
  },
  ldb: {
    content: jsonLines({
      task_id: "HumanEval/0",
      prompt: "",
      entry_point: "f",
      test: "t",
      canonical_solution: "c",
      solution: "def f(): pass",
      is_solved: true,
      given_tests: [],
    }),
  },
  codet: { content: jsonLines({ prompt: "def f():\n", samples: ["    pass\n"] }) },
  "tracewise-results": {
    content: jsonLines(header, { task_id: "1", code: "x", passed: true, raw_code: "x" }, { final_accuracy: "100.00%" }),
  },
  "tracewise-prompts": { content: jsonLines({ role: "raw", task_id: "Mbpp/3", prompt: "Fix.", entry_point: "f" }) },
};

const contract = formats.map((format) => ({ format, example: examples[format.id] ?? { content: "" } }));

describe("every format", () => {
  test("has its own id and an example here", () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
    expect(Object.keys(examples).sort()).toEqual(formats.map(({ id }) => id).sort());
  });

  test.each(contract)("$format.id: its smallest file is recognized and read", async ({ format, example }) => {
    const { rows, report } = await readText(example.path ?? "file.json", example.content);
    expect(report).toMatchObject({ status: "imported", format: format.id, importerVersion: format.version, rowsRejected: 0 });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(importedRowSchema.parse(row)).toEqual(row);
  });

  const files = contract.filter(({ format }) => format.shape === "file");

  test.each(files)("$format.id: no other format of one file takes it for its own", async ({ format, example }) => {
    const source = memorySource(example.path ?? "file.json", example.content);
    const head = await readHead(source.path, source.read(0, source.size));
    const takers = formats.filter((other) => other.shape === "file" && other.recognize(head) > 0);
    expect(takers.map(({ id }) => id)).toEqual([format.id]);
  });

  test.each(contract)("$format.id: rows name only arms that came before them", async ({ example }) => {
    const { rows } = await readText(example.path ?? "file.json", example.content);
    const known = new Set<string>();
    for (const row of rows) {
      if (row.type === "arm") known.add(row.arm.key);
      if (row.type === "sample") expect(known).toContain(row.sample.armKey);
      if (row.type === "outcome") expect(known).toContain(row.outcome.armKey);
      if (row.type === "tally") expect(known).toContain(row.tally.armKey);
      if (row.type === "prompt") expect(known).toContain(row.prompt.armKey);
    }
  });

  const hostile: unknown[] = [
    null,
    1,
    "text",
    [],
    {},
    [[]],
    { task_id: null },
    { eval: { a: [null, { solution: 1 }] }, raw_generations: { sample_0: [1] } },
    { __proto__: 1, constructor: 2, task_id: "x", id: "x" },
  ];

  test.each(contract)("$format.id: rows that are something else are rejected, never thrown", async ({ format }) => {
    for (const content of [
      jsonLines(...hostile),
      JSON.stringify(hostile),
      ...hostile.map((value) => JSON.stringify(value)),
      "{",
      "]",
      '{"a":',
      `${"[".repeat(3_000)}`,
    ]) {
      const { reports } = await readText("hostile.json", content, { as: format.id });
      for (const report of reports) {
        expect(report.rowsKept).toBe(0);
        expect(report.status).toBe("refused");
        expect(report.reason).toMatch(/^hostile\.json: /);
      }
    }
  });

  test.each(files)("$format.id: cut off anywhere, it is read or refused, never thrown", async ({ example }) => {
    const whole = Buffer.from(example.content);
    for (let end = 0; end < whole.length; end += Math.max(1, Math.floor(whole.length / 40))) {
      const { reports } = await readText(example.path ?? "file.json", whole.subarray(0, end));
      expect(reports).toHaveLength(1);
    }
  });
});
