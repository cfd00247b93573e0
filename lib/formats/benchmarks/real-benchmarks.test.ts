import { describe, expect, test } from "vitest";
import { type Problem, problemSchema } from "@/lib/benchmarks/schema";
import { folderSources } from "@/lib/formats/input/folder-sources";
import { readImport, readShared } from "@/testing/read-import";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";

function problemsOf(rows: Awaited<ReturnType<typeof readShared>>["rows"]): Problem[] {
  return rows.flatMap((row) => (row.type === "problem" ? [problemSchema.parse(row.problem)] : []));
}

async function problems(path: string): Promise<Problem[]> {
  const { rows, report } = await readShared(path);
  expect(report).toMatchObject({ status: "imported", rowsRejected: 0 });
  return problemsOf(rows);
}

describe.skipIf(!hasSharedData)(
  `published benchmark files (${hasSharedData ? "found" : withoutSharedData})`,
  { timeout: 60_000 },
  () => {
    test.each([
      ["humaneval/HumanEval.jsonl.gz", "humaneval", 164],
      ["humaneval/example_problem.jsonl", "humaneval", 1],
      ["ldb/input_data/humaneval/dataset/probs.jsonl.gz", "humaneval", 164],
      ["ldb/input_data/humaneval/test/tests.jsonl.gz", "humaneval", 164],
      ["mbpp/mbpp.jsonl", "mbpp", 974],
      ["mbpp/sanitized-mbpp.json", "mbpp", 427],
      ["evalplus_humaneval/HumanEvalPlus.jsonl.gz", "evalplus", 164],
      ["evalplus_humaneval/HumanEvalPlus-Mini.jsonl.gz", "evalplus", 164],
      ["evalplus_humaneval/HumanEvalPlus-NoExtreme.jsonl.gz", "evalplus", 164],
      ["evalplus_humaneval/HumanEvalPlus-OriginFmt.jsonl.gz", "evalplus-origin", 164],
      ["evalplus_mbpp/MbppPlus.jsonl.gz", "evalplus", 378],
      ["evalplus_mbpp/MbppPlus-OriginFmt.jsonl.gz", "evalplus-origin", 378],
      ["cruxeval/data/cruxeval.jsonl", "cruxeval", 1_600],
      ["humanevalpack/evaluation/create/humaneval-x/data/python/data/humanevalpack.jsonl", "humanevalfix", 164],
      ["humanevalpack/evaluation/other/QuixBugs/quixbugs_python.jsonl", "quixbugs", 40],
    ])("%s is %s with %i problems", async (path, format, count) => {
      const found = await problems(path);
      expect(found).toHaveLength(count);
      expect(new Set(found.map((problem) => problem.format))).toEqual(new Set([format]));
      expect(new Set(found.map(({ taskId, kind }) => `${taskId} ${kind}`)).size).toBe(count);
      for (const { tests } of found) expect(new Set(tests.map(({ id }) => id)).size).toBe(tests.length);
    });

    test("HumanEval: the reference is prompt and solution, the hidden test calls check; 124 docstrings have readable examples", async () => {
      const found = await problems("humaneval/HumanEval.jsonl.gz");
      expect(found[0]?.tests.at(-1)).toMatchObject({
        kind: "assert",
        suite: "base",
        visible: false,
        code: expect.stringMatching(/\ncheck\(has_close_elements\)$/),
      });
      expect(found[0]?.tests[0]).toMatchObject({
        kind: "call",
        visible: true,
        arguments: "[1.0, 2.0, 3.0], 0.5",
        expected: "False",
      });
      expect(found.filter(({ tests }) => tests.some(({ visible }) => visible))).toHaveLength(124);
    });

    test("HumanEval+: numbers keep their type and digits", async () => {
      const found = await problems("evalplus_humaneval/HumanEvalPlus.jsonl.gz");
      const [first] = found;
      expect(first?.tests.find(({ id }) => id === "base:0")).toMatchObject({
        arguments: "[1.0, 2.0, 3.9, 4.0, 5.0, 2.2], 0.3",
        expected: null,
      });
      expect(first?.tests.filter(({ suite }) => suite === "plus")).toHaveLength(999);
      const digits = found
        .flatMap(({ tests }) => tests)
        .filter((test) => test.kind === "call" && /(?<![\d.])\d{17,}(?![\d.])/.test(test.arguments));
      expect(digits.length).toBeGreaterThan(0);
      expect(found.find(({ entryPoint }) => entryPoint === "find_zero")?.comparison).toMatchObject({
        rule: "polynomial-root",
        tolerance: { absolute: 1e-4 },
      });
    });

    test("MBPP+: inputs have the same types as in EvalPlus' own Python source", async () => {
      const plus = await problems("evalplus_mbpp/MbppPlus.jsonl.gz");
      const origin = new Map(
        (await problems("evalplus_mbpp/MbppPlus-OriginFmt.jsonl.gz")).map((problem) => [`Mbpp/${problem.taskId}`, problem]),
      );
      const argumentsOf = (problem: Problem | undefined) =>
        (problem?.tests ?? []).flatMap((test) =>
          test.kind === "call" && (test.suite === "base" || test.suite === "plus") ? [spelling(test.arguments)] : [],
        );
      const compared = plus.flatMap((problem) => {
        const ours = argumentsOf(problem);
        const theirs = argumentsOf(origin.get(problem.taskId));
        return ours.length === theirs.length ? [{ taskId: problem.taskId, ours: shapes(ours), theirs: shapes(theirs) }] : [];
      });
      expect(compared.length).toBeGreaterThan(300);
      for (const { taskId, ours, theirs } of compared) expect({ taskId, shapes: ours }).toEqual({ taskId, shapes: theirs });
    });

    test("MBPP: all tests score, the first is visible, challenge tests are apart, needed imports come before", async () => {
      const full = await problems("mbpp/mbpp.jsonl");
      const sanitized = await problems("mbpp/sanitized-mbpp.json");
      expect(full.every(({ tests }) => tests.filter(({ visible }) => visible).length === 1)).toBe(true);
      expect(full.flatMap(({ tests }) => tests).filter(({ suite }) => suite === "challenge").length).toBeGreaterThan(0);
      expect(full.filter(({ entryPoint }) => entryPoint === null)).toEqual([]);
      expect(sanitized.find(({ taskId }) => taskId === "82")).toMatchObject({
        entryPoint: "volume_sphere",
        preamble: "import math",
      });
    });

    test("QuixBugs in its own layout: 31 programs with calls, 9 with test code that does without pytest", async () => {
      const sources = await folderSources(sharedData("quixbugs"));
      const { rows, report } = await readImport(sources);
      expect((await readImport(sources.toReversed())).rows).toEqual(rows);
      expect(report).toMatchObject({ format: "quixbugs-folder", status: "imported", rowsKept: 40, rowsRejected: 0 });
      const found = problemsOf(rows);
      const byKind = (kind: string) => found.filter(({ tests }) => tests.every((test) => test.kind === kind));
      expect([byKind("call").length, byKind("assert").length]).toEqual([31, 9]);
      const code = byKind("assert").flatMap(({ tests }) => tests.map((test) => (test.kind === "assert" ? test.code : "")));
      expect(
        code.filter((text) => /pytest|^from |^import /m.test(text.replace(/^import (?:random|collections).*$/m, ""))),
      ).toEqual([]);
      expect(found.find(({ taskId }) => taskId === "sqrt")?.tests[0]).toMatchObject({
        arguments: "2, 0.01",
        tolerance: { absolute: 0.01, relative: 0 },
      });
      expect(found.find(({ taskId }) => taskId === "kheapsort")?.tests[0]).toMatchObject({ collect: "list" });
      expect(found.find(({ taskId }) => taskId === "hanoi")?.comparison.tupleIsList).toBe(true);
    });

    test("Refactory: 1,783 wrong and 2,442 correct programs of 5 questions", async () => {
      const { rows, report } = await readShared("refactory/data.zip");
      expect(report).toMatchObject({
        format: "refactory",
        status: "imported",
        rowsRejected: 0,
        yielded: { problem: 1_788, sample: 2_442, arm: 1 },
      });
      const found = problemsOf(rows);
      expect(found.filter(({ kind }) => kind === "repair")).toHaveLength(1_783);
      expect(
        found
          .filter(({ kind }) => kind === "synthesis")
          .map(({ taskId, entryPoint, tests }) => [taskId, entryPoint, tests.length]),
      ).toEqual([
        ["question_1", "search", 11],
        ["question_2", null, 17],
        ["question_3", "remove_extras", 6],
        ["question_4", "sort_age", 6],
        ["question_5", "top_k", 5],
      ]);
      expect(found.find(({ taskId }) => taskId === "question_1/wrong_1_001")?.starter).toContain("def search");
    }, 30_000);
  },
);

/** Python writes `'` where JSON writes `"`; brackets and types are what is compared here. */
function spelling(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "s");
}

/** What a call is made of, without its values: brackets, texts, whole and broken numbers. */
function shapes(calls: readonly string[]): string[] {
  return calls.map((call) =>
    call
      .replace(/\bcomplex\(s\)|\([-+\d.e]+[-+][\d.e]+j\)|\b[\d.]+j\b/g, "c")
      .replace(/float\(s\)/g, "1.5")
      .replace(/-?(?:float\('inf'\)|\d+\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+)/gi, "f")
      .replace(/-?\d+/g, "i"),
  );
}
