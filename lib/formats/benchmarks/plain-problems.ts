import { z } from "zod";
import { type Test, taskKindSchema, toleranceSchema } from "@/lib/benchmarks/schema";
import { assertTest, callTest, exactComparison, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat, Item, SourceValue } from "@/lib/formats/format";
import { kept, rejected } from "@/lib/formats/items";
import { hasKeys, member } from "@/lib/formats/looks";
import { rowReader } from "@/lib/formats/row-reader";

const testSchema = z.union([
  z.strictObject({
    arguments: z.string(),
    expected: z.string().min(1).nullable(),
    visible: z.boolean().default(false),
    collect: z.enum(["none", "list"]).default("none"),
  }),
  z.strictObject({ input: z.string(), output: z.string(), visible: z.boolean().default(false) }),
  z.strictObject({ code: z.string().min(1), visible: z.boolean().default(false) }),
]);

const rowSchema = z.strictObject({
  task_id: z.string().min(1),
  kind: taskKindSchema.default("synthesis"),
  title: z.string().nullable().default(null),
  prompt: z.string(),
  entry_point: z.string().min(1).nullable().default(null),
  preamble: z.string().default(""),
  starter: z.string().nullable().default(null),
  completion_prefix: z.string().nullable().default(null),
  reference: z.string().nullable().default(null),
  tests: z.array(testSchema).min(1),
  tolerance: toleranceSchema.nullable().default(null),
  tuple_is_list: z.boolean().default(false),
  time_limit_ms: z.int().positive().nullable().default(null),
  difficulty: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});
type Row = z.infer<typeof rowSchema>;

/** One's own problems; docs/benchmarks.md describes every field. Unknown fields are refused, so that a misspelt one is noticed. */
export const plainProblems: FileFormat = {
  id: "problems",
  title: "Plain problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with task_id, kind, prompt, entry_point, starter, reference, tests (docs/benchmarks.md)",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "task_id", "prompt", "tests") && Array.isArray(member(row, "tests")) ? 0.95 : 0),
  open: () => rowReader(rowSchema, readRow),
};

function readRow(row: Row, { line }: SourceValue): Item[] {
  const lack = whatLacks(row);
  if (lack !== null) return [rejected(line, lack)];
  const isProgram = row.tests.some((test) => "input" in test);
  return [
    kept(line, [
      {
        type: "problem",
        problem: makeProblem({
          taskId: row.task_id,
          kind: row.kind,
          format: "problems",
          title: row.title,
          prompt: row.prompt,
          entryPoint: row.entry_point,
          callStyle: isProgram ? "program" : "function",
          completionPrefix: row.completion_prefix,
          preamble: row.preamble,
          starter: row.starter,
          reference: row.reference,
          tests: row.tests.map(toTest),
          comparison: {
            ...exactComparison,
            tolerance: row.tolerance ?? exactComparison.tolerance,
            tupleIsList: row.tuple_is_list,
          },
          timeLimitMs: row.time_limit_ms,
          difficulty: row.difficulty,
          tags: row.tags,
          metadata: row.metadata,
        }),
      },
    ]),
  ];
}

function toTest(test: Row["tests"][number], index: number): Test {
  if ("code" in test) return assertTest({ suite: "base", index, visible: test.visible, code: test.code });
  if ("input" in test) {
    return { kind: "stdin", id: `base:${index}`, suite: "base", visible: test.visible, input: test.input, output: test.output };
  }
  const { collect, ...parts } = test;
  return { ...callTest({ suite: "base", index, ...parts }), collect };
}

function whatLacks(row: Row): string | null {
  const calls = row.tests.filter((test) => "arguments" in test);
  if (calls.length > 0 && row.entry_point === null) return '"entry_point": it is needed for tests with "arguments"';
  if (calls.some((test) => test.expected === null) && row.reference === null)
    return '"reference": it is needed where "expected" is null';
  if (row.kind !== "synthesis" && row.starter === null)
    return `"starter": a problem of kind ${row.kind} needs the program in question`;
  const isPrediction = row.kind === "output-prediction" || row.kind === "input-prediction";
  if (isPrediction && calls.length !== row.tests.length) return '"tests": a prediction is asked about calls only';
  return null;
}
