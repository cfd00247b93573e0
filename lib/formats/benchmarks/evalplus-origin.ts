import { z } from "zod";
import type { Comparison, Test } from "@/lib/benchmarks/schema";
import { entryPointOf } from "@/lib/formats/benchmarks/entry-point";
import { evalplusComparison } from "@/lib/formats/benchmarks/evalplus-comparison";
import { assertTest, callTest, exactComparison, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat, Item, SourceValue } from "@/lib/formats/format";
import { kept } from "@/lib/formats/items";
import { member, text } from "@/lib/formats/looks";
import { exampleCalls } from "@/lib/formats/python/example-calls";
import { withoutNamedNumbers } from "@/lib/formats/python/named-numbers";
import { itemsInside } from "@/lib/formats/python/split-items";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.union([z.string().min(1), z.int()]),
  prompt: z.string(),
  test: z.string().min(1),
  entry_point: z.string().optional(),
  canonical_solution: z.string().optional(),
  code: z.string().optional(),
  test_list: z.array(z.string().min(1)).default([]),
  test_imports: z.array(z.string()).default([]),
});
type Row = z.infer<typeof rowSchema>;

/**
 * HumanEval+ and MBPP+ in their "OriginFmt": inputs and answers inside test code that needs NumPy to compare. Where the code is
 * EvalPlus' own template, the calls are taken out of it and compared by us, with its tolerance; otherwise the code stays.
 */
export const evalplusOrigin: FileFormat = {
  id: "evalplus-origin",
  title: "EvalPlus problems, OriginFmt",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows of HumanEval or MBPP whose test holds inputs, results and an assertion function",
  shape: "file",
  recognize({ rows: [row] }) {
    const test = text(row, "test");
    return /def assertion\(out, exp, atol\)|^inputs = /m.test(test) && member(row, "task_id") !== undefined ? 1 : 0;
  },
  open: () => rowReader(rowSchema, readRow),
};

function readRow(row: Row, { line }: SourceValue): Item[] {
  const isMbpp = row.code !== undefined;
  const entryPoint = row.entry_point ?? entryPointOf(row.code ?? "", row.test_list.join("\n"));
  const calls = callsOf(row.test);
  const tests = calls?.tests ?? [assertTest({ suite: "base", index: 0, visible: false, code: wholeTest(row, entryPoint) })];
  return [
    kept(line, [
      {
        type: "problem",
        problem: makeProblem({
          taskId: String(row.task_id),
          kind: "synthesis",
          format: "evalplus-origin",
          title: entryPoint,
          prompt: row.prompt,
          entryPoint,
          completionPrefix: isMbpp ? null : row.prompt,
          preamble: row.test_imports.join("\n"),
          starter: isMbpp ? null : row.prompt,
          reference: isMbpp ? (row.code ?? null) : row.prompt + (row.canonical_solution ?? ""),
          tests: [...visibleTests(row, entryPoint), ...tests],
          comparison: calls === null ? exactComparison : comparisonOf(row, entryPoint, calls.atol),
        }),
      },
    ]),
  ];
}

function comparisonOf(row: Row, entryPoint: string | null, atol: number): Comparison {
  return evalplusComparison(row.code === undefined ? "humaneval" : "mbpp", entryPoint ?? "", atol);
}

function wholeTest(row: Row, entryPoint: string | null): string {
  return row.code === undefined && entryPoint !== null ? `${row.test}\ncheck(${entryPoint})` : row.test;
}

function visibleTests(row: Row, entryPoint: string | null): Test[] {
  const [first] = row.test_list;
  if (first !== undefined) return [assertTest({ suite: "example", index: 0, visible: true, code: first })];
  if (entryPoint === null) return [];
  return exampleCalls(row.prompt, entryPoint).map((call, index) => callTest({ suite: "example", index, visible: true, ...call }));
}

const INPUTS = /^ *inputs = (\[.*\])\s*$/m;
const RESULTS = /^ *results = (\[.*\])\s*$/m;
const COMPARES_RESULTS = /^ *assertion\(\w+\(\*inp\), exp, ([\d.e-]+)\)\s*$/m;
const COMPARES_REFERENCE = /^ *assertion\(\w+\(\*inp\), ref_func\(\*inp\), ([\d.e-]+)\)\s*$/m;

/** The calls inside EvalPlus' template; null where the code is something else. */
function callsOf(test: string): { tests: Test[]; atol: number } | null {
  const inputs = INPUTS.exec(test)?.[1];
  const results = RESULTS.exec(test)?.[1];
  const loop = (results === undefined ? COMPARES_REFERENCE : COMPARES_RESULTS).exec(test);
  if (inputs === undefined || loop === null) return null;
  try {
    const calls = itemsInside(inputs).map((call) => itemsInside(call).join(", "));
    const expected = results === undefined ? null : itemsInside(results);
    if (expected !== null && expected.length !== calls.length) return null;
    const tests = calls.map((call, index) => {
      const answer = expected?.[index];
      return callTest({
        suite: "base",
        index,
        visible: false,
        arguments: withoutNamedNumbers(call),
        expected: answer === undefined ? null : withoutNamedNumbers(answer),
      });
    });
    return { tests, atol: Number(loop[1]) };
  } catch {
    return null;
  }
}
