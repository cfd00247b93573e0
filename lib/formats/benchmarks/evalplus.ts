import { z } from "zod";
import type { Suite, Test } from "@/lib/benchmarks/schema";
import { evalplusComparison } from "@/lib/formats/benchmarks/evalplus-comparison";
import { evalplusArguments } from "@/lib/formats/benchmarks/evalplus-types";
import { assertTest, callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat, Item, SourceValue } from "@/lib/formats/format";
import { kept, rejected } from "@/lib/formats/items";
import { hasKeys } from "@/lib/formats/looks";
import { exampleCalls } from "@/lib/formats/python/example-calls";
import { entryOf, type Literal, parseLiteral } from "@/lib/formats/python/json-literal";
import { rowReader } from "@/lib/formats/row-reader";

const rowSchema = z.object({
  task_id: z.string().min(1),
  prompt: z.string(),
  entry_point: z.string().min(1),
  canonical_solution: z.string(),
  contract: z.string().default(""),
  atol: z.number().min(0),
});
type Row = z.infer<typeof rowSchema>;

/**
 * Liu et al. 2023, arXiv 2305.01210: HumanEval+ and MBPP+ as their package loads them. The file holds inputs only; what is
 * expected is what the reference solution answers. Inputs are read digit by digit, so that 1.0 and 10²⁰ stay what they are.
 */
export const evalplus: FileFormat = {
  id: "evalplus",
  title: "EvalPlus problems (HumanEval+, MBPP+)",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with task_id, prompt, entry_point, canonical_solution, base_input, plus_input, atol",
  shape: "file",
  recognize: ({ rows: [row], text }) =>
    hasKeys(row, "task_id", "entry_point", "canonical_solution") && text.includes('"base_input"') ? 1 : 0,
  open: () => rowReader(rowSchema, readRow),
};

function readRow(row: Row, source: SourceValue): Item[] {
  let tests: Test[];
  try {
    const literal = parseLiteral(source.text);
    tests = [
      ...inputTests(row, "base", entryOf(literal, "base_input")),
      ...inputTests(row, "plus", entryOf(literal, "plus_input")),
    ];
  } catch (error) {
    return [rejected(source.line, error instanceof Error ? error.message : String(error))];
  }
  if (tests.length === 0) return [rejected(source.line, "it has no inputs")];
  const benchmark = row.task_id.startsWith("Mbpp/") ? "mbpp" : "humaneval";
  return [
    kept(source.line, [
      {
        type: "problem",
        problem: makeProblem({
          taskId: row.task_id,
          kind: "synthesis",
          format: "evalplus",
          title: row.entry_point,
          prompt: row.prompt,
          entryPoint: row.entry_point,
          completionPrefix: row.prompt,
          starter: row.prompt,
          reference: row.prompt + row.canonical_solution,
          contract: row.contract === "" ? null : row.contract,
          tests: [...visibleTests(row), ...tests],
          scoredSuites: tests.some((test) => test.suite === "plus") ? ["base", "plus"] : ["base"],
          comparison: evalplusComparison(benchmark, row.entry_point, row.atol),
        }),
      },
    ]),
  ];
}

/** MBPP+ shows its first assertion inside the prompt, HumanEval+ has docstring examples. */
function visibleTests(row: Row): Test[] {
  const asserts = row.prompt.split("\n").filter((line) => line.startsWith("assert "));
  if (asserts.length > 0)
    return asserts.map((code, index) => assertTest({ suite: "example", index, visible: true, code: withMath(code) }));
  return exampleCalls(row.prompt, row.entry_point).map((call, index) =>
    callTest({ suite: "example", index, visible: true, ...call }),
  );
}

/** A few assertions use `math.isclose`; the list of imports that the sanitized set has is not in this file. */
function withMath(code: string): string {
  return /\bmath\./.test(code) ? `import math\n${code}` : code;
}

/** MBPP+ writes `{}` where a task has no further inputs. */
function inputTests(row: Row, suite: Suite, inputs: Literal | undefined): Test[] {
  if (inputs === undefined || (inputs.kind === "dict" && inputs.entries.length === 0)) return [];
  if (inputs.kind !== "list") throw new SyntaxError(`"${suite}_input" is not a list`);
  return inputs.items.map((call, index) => {
    if (call.kind !== "list") throw new SyntaxError(`"${suite}_input.${index}" is not a list of arguments`);
    return callTest({ suite, index, visible: false, arguments: evalplusArguments(row.task_id, call.items), expected: null });
  });
}
