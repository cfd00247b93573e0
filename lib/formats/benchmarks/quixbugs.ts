import { z } from "zod";
import { assertTest, isInVisibleHalf, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { splitItems } from "@/lib/formats/python/split-items";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  name: z.string().min(1),
  buggy_program: z.string().min(1),
  solution: z.string().min(1),
  tests: z.string().min(1),
  docstring: z.string().default(""),
});

/** Lin et al. 2017, the 40 Python programs in one file as HumanEvalPack's authors ship them. */
export const quixbugs: FileFormat = {
  id: "quixbugs",
  title: "QuixBugs (one file)",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with name, buggy_program, docstring, solution, tests",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "name", "buggy_program", "solution", "tests") ? 1 : 0),
  open: () =>
    rowReader(rowSchema, (row, { line }) => {
      const codes = splitAsserts(row.tests);
      const tests = codes.map((code, index) =>
        assertTest({ suite: "base", index, visible: isInVisibleHalf(index, codes.length), code }),
      );
      return [
        kept(line, [
          {
            type: "problem",
            problem: makeProblem({
              taskId: row.name,
              kind: "repair",
              format: "quixbugs",
              title: row.name,
              prompt: row.docstring,
              entryPoint: row.name,
              starter: row.buggy_program,
              reference: row.solution,
              tests,
            }),
          },
        ]),
      ];
    }),
};

/** One test per line where every line is one whole assertion; otherwise the text is one test. */
function splitAsserts(tests: string): string[] {
  const lines = tests.split("\n").filter((line) => line.trim() !== "");
  return lines.every(isWholeAssert) ? lines : [tests];
}

function isWholeAssert(line: string): boolean {
  if (!line.startsWith("assert ")) return false;
  try {
    splitItems(line);
    return true;
  } catch {
    return false;
  }
}
