import { describe, expect, test } from "vitest";
import { jsonLines, readText } from "@/testing/read-import";

const problem = {
  task_id: "own/add",
  kind: "repair",
  prompt: "Fix add.",
  entry_point: "add",
  starter: "def add(a, b):\n    return a - b\n",
  reference: "def add(a, b):\n    return a + b\n",
  tests: [
    { arguments: "1, 2", expected: "3", visible: true },
    { arguments: "0.1, 0.2", expected: null },
    { code: "assert add('a', 'b') == 'ab'" },
  ],
  tolerance: { absolute: 1e-9, relative: 0 },
  difficulty: "easy",
  tags: ["numbers"],
};

describe("one's own problems", () => {
  test("become canonical problems", async () => {
    const { rows } = await readText("own.jsonl", jsonLines(problem));
    expect(rows).toMatchObject([
      {
        type: "problem",
        problem: {
          taskId: "own/add",
          kind: "repair",
          starter: problem.starter,
          comparison: { rule: "equal", tolerance: { absolute: 1e-9, relative: 0 } },
          tests: [
            { kind: "call", id: "base:0", visible: true, expected: "3" },
            { kind: "call", id: "base:1", visible: false, expected: null },
            { kind: "assert", id: "base:2", visible: false },
          ],
        },
      },
    ]);
  });

  test("programs that read standard input need no entry point", async () => {
    const { rows } = await readText(
      "own.jsonl",
      jsonLines({ task_id: "p", prompt: "Echo.", tests: [{ input: "a\n", output: "a\n" }] }),
    );
    expect(rows).toMatchObject([{ problem: { callStyle: "program", entryPoint: null, kind: "synthesis" } }]);
  });

  test.each([
    ["an unknown field", { ...problem, tets: [] }, /Unrecognized key: "tets"/],
    ["no tests", { ...problem, tests: [] }, /"tests"/],
    ["a test of no kind", { ...problem, tests: [{ expected: "3" }] }, /"tests.0"/],
    ["calls without an entry point", { ...problem, entry_point: null }, /"entry_point": it is needed/],
    ["an answer from a reference that is not there", { ...problem, reference: null }, /"reference": it is needed/],
    ["a repair without a program", { ...problem, starter: null }, /needs the program in question/],
    ["a prediction about code", { ...problem, kind: "output-prediction" }, /asked about calls only/],
    ["another kind", { ...problem, kind: "translation" }, /"kind"/],
  ])("%s is named", async (_, row, reason) => {
    const { report } = await readText("own.jsonl", jsonLines(row, problem));
    expect(report).toMatchObject({ rowsKept: 1, rowsRejected: 1 });
    expect(report.rejections[0]?.reason).toMatch(reason);
  });
});
