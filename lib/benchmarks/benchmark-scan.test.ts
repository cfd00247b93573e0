import { expect, test } from "vitest";
import { buildProblem } from "@/testing/build-problem";
import { BenchmarkScan } from "./benchmark-scan";
import { benchmarkVersion } from "./benchmark-version";
import { nameBenchmark } from "./name-benchmark";

const problems = ["a", "b", "c"].map((taskId) => buildProblem({ taskId }));
const rows = problems.map((problem) => ({ type: "problem" as const, problem }));

test("the version of a file that is read piece by piece is that of its problems", () => {
  const scan = new BenchmarkScan();
  for (const row of rows) scan.add("x.jsonl", [row]);
  expect(scan.found()).toMatchObject([{ path: "x.jsonl", version: benchmarkVersion(problems), problems: 3, duplicates: [] }]);
});

test("a problem that comes twice counts once and is named; the same task of another kind is another problem", () => {
  const repair = buildProblem({ taskId: "a", kind: "repair", starter: "pass" });
  const scan = new BenchmarkScan();
  scan.add("x.jsonl", [...rows, { type: "problem", problem: buildProblem({ taskId: "b", prompt: "changed" }) }]);
  scan.add("x.jsonl", [{ type: "problem", problem: repair }]);
  expect(scan.found()).toMatchObject([{ version: benchmarkVersion([...problems, repair]), problems: 4, duplicates: ["b"] }]);
});

test.each([
  ["mbpp", "data/mbpp.jsonl", "11", { problems: 974, hasChallenges: true }, "mbpp", "MBPP"],
  ["mbpp", "renamed.json", "2", { problems: 427, hasChallenges: false }, "mbpp-sanitized", "MBPP sanitized"],
  ["evalplus", "HumanEvalPlus.jsonl.gz", "HumanEval/0", {}, "humaneval-plus", "HumanEval+"],
  ["evalplus", "HumanEvalPlus-Mini.jsonl.gz", "HumanEval/0", {}, "humaneval-plus-mini", "HumanEval+ (Mini)"],
  ["evalplus-origin", "MbppPlus-OriginFmt.jsonl.gz", "2", {}, "mbpp-plus-origin", "MBPP+ (OriginFmt)"],
  ["quixbugs-folder", "quixbugs", "gcd", {}, "quixbugs-original", "QuixBugs (original layout)"],
  ["problems", "folder/My Problems (2).jsonl.gz", "1", {}, "my-problems-2", "My Problems (2)"],
  ["problems", "…", "1", {}, "problems", "…"],
])("a file of %s called %s", (format, path, taskId, more, slug, title) => {
  const found = {
    ...{ path, version: "0", problems: 1, kinds: [], hasChallenges: false, duplicates: [] },
    first: buildProblem({ format, taskId }),
    ...more,
  };
  expect(nameBenchmark(found)).toEqual({ slug, title });
});
