import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { jsonLines, readText } from "@/testing/read-import";
import { writeZip } from "@/testing/write-zip";

function problems(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "problem" ? [row.problem] : []));
}

describe("EvalPlus problems", () => {
  const row = {
    task_id: "Mbpp/2",
    prompt: '"""\nFind.\nassert math.isclose(f(1), 1)\n"""\n',
    entry_point: "f",
    canonical_solution: "def f(a, b):\n    return a",
    base_input: [[[1], [2.0, 3]]],
    plus_input: {},
    atol: 0.0001,
  };

  test("arguments get the types that EvalPlus' loader gives them by task number", async () => {
    const { rows } = await readText(
      "p.jsonl",
      jsonLines(
        row,
        { ...row, task_id: "Mbpp/115", base_input: [[[[1, 2], []]]] },
        { ...row, task_id: "Mbpp/252", base_input: [["(0.7-1.9j)"]] },
        { ...row, task_id: "Mbpp/3" },
      ),
    );
    const first = problems(rows).map(({ tests }) => tests.find(({ id }) => id === "base:0"));
    expect(first.map((test) => (test?.kind === "call" ? test.arguments : null))).toEqual([
      "(1,), (2, 3)",
      "[{1, 2}, {}]",
      'complex("(0.7-1.9j)")',
      "[1], [2, 3]",
    ]);
    expect(problems(rows)[0]).toMatchObject({
      scoredSuites: ["base"],
      comparison: { rule: "equal", tolerance: { absolute: 0.0001, relative: 1e-7 } },
    });
    expect(problems(rows)[0]?.tests[0]).toMatchObject({
      suite: "example",
      visible: true,
      code: "import math\nassert math.isclose(f(1), 1)",
    });
  });

  test("a number's spelling survives, which parsing alone would lose", async () => {
    const text = `${JSON.stringify({ ...row, base_input: [] }).replace('"base_input":[]', '"base_input":[[1.0, 12345678901234567890, -Infinity]]')}\n`;
    const { rows } = await readText("p.jsonl", text.replace("Mbpp/2", "HumanEval/2"));
    expect(problems(rows)[0]?.tests.at(-1)).toMatchObject({ arguments: "1.0, 12345678901234567890, -float('inf')" });
  });

  test.each([
    ["no inputs", { base_input: [], plus_input: [] }, "it has no inputs"],
    ["inputs that are no calls", { base_input: [1] }, '"base_input.0" is not a list of arguments'],
    ["inputs that are a text", { plus_input: "x" }, '"plus_input" is not a list'],
    ["no tolerance", { atol: undefined }, /"atol"/],
  ])("%s reject the row", async (_, change, reason) => {
    const { report } = await readText("p.jsonl", jsonLines({ ...row, ...change }, row));
    expect(report).toMatchObject({ rowsKept: 1, rowsRejected: 1 });
    expect(report.rejections[0]?.reason).toEqual(typeof reason === "string" ? reason : expect.stringMatching(reason));
  });
});

describe("OriginFmt", () => {
  const row = (test: string) => ({
    task_id: "HumanEval/0",
    prompt: "def f(x):\n",
    entry_point: "f",
    canonical_solution: "    return x\n",
    test,
  });

  test("calls are taken out of the template; other test code stays as it is", async () => {
    const template =
      "def assertion(out, exp, atol):\n    pass\n\ndef check(candidate):\n    inputs = [[1, 'a, b'], ([2.5], {'k': (1,)})]\n    results = [inf, [nan, 'inf']]\n    for i, (inp, exp) in enumerate(zip(inputs, results)):\n        assertion(candidate(*inp), exp, 1e-06)\n";
    const other =
      "def assertion(out, exp, atol):\n    pass\n\ndef check(candidate):\n    inputs = [[1]]\n    assert candidate(1)\n";
    const uneven = template.replace("results = [inf, ", "results = [");
    const { rows } = await readText("o.jsonl", jsonLines(row(template), row(other), row(uneven)));
    const [first, second, third] = problems(rows);
    expect(first?.tests).toMatchObject([
      { kind: "call", arguments: "1, 'a, b'", expected: "float('inf')" },
      { kind: "call", arguments: "[2.5], {'k': (1,)}", expected: "[float('nan'), 'inf']" },
    ]);
    expect(first?.comparison.tolerance).toEqual({ absolute: 1e-6, relative: 1e-7 });
    expect(second?.tests).toMatchObject([{ kind: "assert", code: expect.stringMatching(/\ncheck\(f\)$/) }]);
    expect(third?.tests).toMatchObject([{ kind: "assert" }]);
  });
});

describe("QuixBugs in its own layout", () => {
  const program = (name: string, body: string) => [
    { path: `q/python_programs/${name}.py`, content: `def ${name}(a):\n    return 0\n\n"""\nExplains ${name}.\n"""\n` },
    { path: `q/correct_python_programs/${name}.py`, content: `def ${name}(a):\n    return a\n` },
    { path: `q/json_testcases/${name}.json`, content: body },
  ];

  test("a program with bad cases costs only itself, one without a correction is said", async () => {
    const { rows, report } = await readText(
      "q.zip",
      writeZip([
        ...program("good", '[[1.0], 1.0]\n[["x"], [true, null]]\n[[3], 3]\n'),
        ...program("bad", "[[1], 1]\n[1]\n"),
        ...program("broken", "[[1], 1\n"),
        ...program("empty", "\n"),
        { path: "q/python_programs/alone.py", content: "def alone(): pass\n" },
        { path: "q/README.md", content: "x" },
        ...program("uncorrected", "[[1], 1]\n").filter(({ path }) => !path.includes("correct_")),
      ]),
    );
    expect(problems(rows).map(({ taskId }) => taskId)).toEqual(["good", "uncorrected"]);
    expect(problems(rows)[0]).toMatchObject({
      prompt: "Explains good.",
      tests: [
        { arguments: "1.0", expected: "1.0", visible: true },
        { arguments: '"x"', expected: "[True, None]", visible: true },
        { arguments: "3", expected: "3", visible: false },
      ],
    });
    expect(report.rejections.map(({ reason }) => reason)).toEqual([
      "alone: it has neither JSON nor Python tests",
      "bad: test case 2 is not [arguments, expected]",
      expect.stringMatching(/^broken: test case 1: /),
      "empty: it has no test cases",
    ]);
    expect(report.notices.map(({ code }) => code)).toEqual(["files-left-out", "no-reference"]);
  });
});

describe("Refactory", () => {
  test("a question without an answer to one of its calls is rejected; the others are read", async () => {
    const question = (name: string, output: boolean) => [
      { path: `data/${name}/ans/input_001.txt`, content: "f((1, 2), [3])" },
      ...(output ? [{ path: `data/${name}/ans/output_001.txt`, content: "[1]\n" }] : []),
      { path: `data/${name}/code/global.py`, content: "import heapq\n" },
      { path: `data/${name}/code/wrong/wrong_1.py`, content: "def f(a, b):\n    return 0\n" },
      { path: `data/${name}/code/correct/correct_1.py`, content: "def f(a, b):\n    return [1]\n" },
    ];
    const { rows, report } = await readText(
      "data.zip",
      writeZip([...question("question_1", true), ...question("question_2", false)]),
    );
    expect(report.rejections.map(({ reason }) => reason)).toEqual(["question_2: ans/input_001.txt is not a call with an answer"]);
    expect(problems(rows)).toMatchObject([
      { taskId: "question_1", kind: "synthesis", entryPoint: "f", preamble: "import heapq\n", reference: null },
      {
        taskId: "question_1/wrong_1",
        kind: "repair",
        starter: "def f(a, b):\n    return 0\n",
        tests: [{ arguments: "(1, 2), [3]", expected: "[1]" }],
      },
    ]);
    expect(rows.filter(({ type }) => type === "sample")).toHaveLength(1);
  });
});

describe("BigCodeBench problems", () => {
  test("the test class runs as assertions, and the libraries it needs are tags", async () => {
    const { rows } = await readText(
      "b.jsonl",
      jsonLines({
        task_id: "BigCodeBench/0",
        complete_prompt: "def task_func():\n",
        instruct_prompt: "Do.",
        canonical_solution: "    pass",
        test: "import unittest\nclass TestCases(unittest.TestCase): pass",
        entry_point: "task_func",
        libs: "['random', 'numpy']",
      }),
    );
    expect(problems(rows)[0]).toMatchObject({
      tags: ["random", "numpy"],
      reference: "def task_func():\n\n    pass",
      metadata: { instruction: "Do." },
    });
    const [only] = problems(rows)[0]?.tests ?? [];
    expect(only?.kind === "assert" ? only.code : "").toMatch(
      /loadTestsFromTestCase\(TestCases\)[\s\S]*assert _result\.testsRun > 0/,
    );
  });
});
