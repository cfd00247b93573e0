import { z } from "zod";
import type { Test } from "@/lib/benchmarks/schema";
import { assertTest, callTest, exactComparison, isInVisibleHalf, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { Item, Tree, TreeFormat } from "@/lib/formats/format";
import { readText } from "@/lib/formats/input/read-text";
import { kept, notice, rejected } from "@/lib/formats/items";
import { type Literal, parseLiteral, toPython } from "@/lib/formats/python/json-literal";

const PROGRAM = /(?:^|\/)python_programs\/(\w+)\.py$/;
const OWN = /(?:python_programs|json_testcases|python_testcases)\/\w+\.(?:py|json)$/;
const REWRITES_PYTEST = /^if pytest\.use_correct:\n(?: +.*\n)+else:\n(?: +.*\n)+/m;

/** The repository's own layout, as a folder or ZIP: python_programs, correct_python_programs, json_testcases, python_testcases. */
export const quixbugsFolder: TreeFormat = {
  id: "quixbugs-folder",
  title: "QuixBugs (original layout)",
  kind: "benchmark",
  version: "1",
  description: "a folder or ZIP with python_programs, correct_python_programs and json_testcases",
  shape: "tree",
  recognize(paths) {
    const isQuixbugs = ["python_programs/", "correct_python_programs/", "json_testcases/"].every((part) =>
      paths.some((path) => path.includes(part)),
    );
    return isQuixbugs ? 1 : 0;
  },
  owns: (path) => OWN.test(path),
  async *read(tree) {
    const contents = await textFiles(tree);
    for (const [path, buggy] of contents) {
      const name = PROGRAM.exec(path)?.[1];
      if (name === undefined || name === "node" || name === "__init__" || name.endsWith("_test")) continue;
      yield* readProgram(name, buggy, contents);
    }
  },
};

/** Small files only: the programs and tests are a few kilobytes each. */
async function textFiles(tree: Tree): Promise<Map<string, string>> {
  const wanted = tree.files.filter((file) => OWN.test(file.path));
  const contents = new Map<string, string>();
  for (const file of wanted)
    contents.set(
      file.path.replace(/^.*?(?=(?:correct_)?python_programs\/|(?:json|python)_testcases\/)/, ""),
      await readText(file),
    );
  return contents;
}

function* readProgram(name: string, buggy: string, contents: ReadonlyMap<string, string>): Generator<Item> {
  const reference = contents.get(`correct_python_programs/${name}.py`) ?? null;
  const pytest = contents.get(`python_testcases/test_${name}.py`) ?? "";
  const cases = contents.get(`json_testcases/${name}.json`);
  const tests =
    cases === undefined ? pytestTests(pytest, contents.get("python_testcases/node.py") ?? "") : jsonTests(cases, pytest);
  if (typeof tests === "string") {
    yield rejected(null, `${name}: ${tests}`);
    return;
  }
  if (reference === null) yield notice("warning", "no-reference", { message: `${name} has no corrected program`, taskId: name });
  const problem = makeProblem({
    taskId: name,
    kind: "repair",
    format: "quixbugs-folder",
    title: name,
    prompt: docstringOf(buggy),
    entryPoint: name,
    starter: buggy,
    reference,
    tests,
    comparison: { ...exactComparison, tupleIsList: cases !== undefined },
  });
  yield kept(null, [{ type: "problem", problem }]);
}

const caseSchema = z.tuple([z.array(z.unknown()), z.unknown()]);

/** One case per line: `[arguments, expected]`. A few functions answer an iterator, and `sqrt` within its last argument. */
function jsonTests(cases: string, pytest: string): Test[] | string {
  const lines = cases.split("\n").filter((line) => line.trim() !== "");
  const collect = /assert list\(\w+\(\*input_data\)\)/.test(pytest) ? ("list" as const) : ("none" as const);
  const isApproximate = pytest.includes("abs=input_data[-1]");
  const tests: Test[] = [];
  for (const [index, line] of lines.entries()) {
    let args: Literal;
    let expected: Literal;
    try {
      const literal = parseLiteral(line);
      const isCase = literal.kind === "list" && caseSchema.safeParse(JSON.parse(line)).success;
      const [first, second] = literal.kind === "list" ? literal.items : [];
      if (!isCase || first === undefined || second === undefined) return `test case ${index + 1} is not [arguments, expected]`;
      [args, expected] = [first, second];
    } catch (error) {
      return `test case ${index + 1}: ${error instanceof Error ? error.message : String(error)}`;
    }
    const items = args.kind === "list" ? args.items.map(toPython) : [];
    const test = callTest({
      suite: "base",
      index,
      visible: isInVisibleHalf(index, lines.length),
      arguments: items.join(", "),
      expected: toPython(expected),
    });
    tests.push({ ...test, collect, tolerance: isApproximate ? { absolute: Number(items.at(-1)), relative: 0 } : null });
  }
  return tests.length === 0 ? "it has no test cases" : tests;
}

/** Tests on graphs are functions for pytest; each becomes one test that does without it. */
function pytestTests(pytest: string, node: string): Test[] | string {
  const names = [...pytest.matchAll(/^def (test\w*)\(\):/gm)].map((match) => match[1] ?? "");
  if (names.length === 0) return "it has neither JSON nor Python tests";
  const code = pytest
    .replace(/^import pytest\n/m, "")
    .replace(/^from node import Node\n/m, `${node}\n`)
    .replace(REWRITES_PYTEST, "");
  return names.map((test, index) =>
    assertTest({ suite: "base", index, visible: isInVisibleHalf(index, names.length), code: `${code}\n${test}()\n` }),
  );
}

function docstringOf(program: string): string {
  return /"""([\s\S]*?)"""/.exec(program)?.[1]?.trim() ?? "";
}
