import zlib from "node:zlib";
import { z } from "zod";
import type { Test } from "@/lib/benchmarks/schema";
import { callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { FileFormat, Item, SourceValue } from "@/lib/formats/format";
import { explain, kept, rejected } from "@/lib/formats/items";
import { hasKeys, isObject } from "@/lib/formats/looks";
import { parseLiteral, toPython } from "@/lib/formats/python/json-literal";
import { unpickleText } from "@/lib/formats/python/unpickle-text";
import { rowReader } from "@/lib/formats/row-reader";

const testSchema = z.object({ input: z.string(), output: z.string(), testtype: z.enum(["stdin", "functional"]) });
type SourceTest = z.infer<typeof testSchema>;

const testsField = z.union([z.string(), z.array(testSchema)]);

const rowSchema = z.object({
  question_id: z.union([z.string().min(1), z.int()]),
  question_title: z.string().default(""),
  question_content: z.string(),
  starter_code: z.string().nullish(),
  platform: z.string().nullish(),
  contest_id: z.union([z.string(), z.int()]).nullish(),
  contest_date: z.string().nullish(),
  difficulty: z.string().nullish(),
  public_test_cases: testsField,
  private_test_cases: testsField,
  metadata: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
});
type Row = z.infer<typeof rowSchema>;

/** Far above the largest private tests published (about 200 MB unpacked would be one row). */
const MAXIMUM_TEST_BYTES = 512 * 2 ** 20;

/** Names that LiveCodeBench's harness imports before every program (`lcb_runner/evaluation/testing_util.py`). */
const MODULES =
  "string re datetime collections heapq bisect copy math random statistics itertools functools operator io sys json builtins typing";
const IMPORTED =
  "string re datetime collections heapq bisect copy math random statistics itertools functools operator io sys json";

const preamble = [
  ...MODULES.split(" ").map((name) => `from ${name} import *`),
  ...IMPORTED.split(" ").map((name) => `import ${name}`),
  "sys.setrecursionlimit(50000)",
].join("\n");

/**
 * Jain et al. 2024, arXiv 2403.07974. 6 s per test. Private tests are base64(zlib(pickle(JSON))): the pickle is read by a reader
 * that knows one opcode. A tuple answered for a list is right; lines of output are stripped and equal decimals match.
 */
export const livecodebench: FileFormat = {
  id: "livecodebench",
  title: "LiveCodeBench problems",
  kind: "benchmark",
  version: "1",
  description: "JSONL rows with question_id, question_content, starter_code, public_test_cases, private_test_cases, metadata",
  shape: "file",
  recognize: ({ rows: [row] }) => (hasKeys(row, "question_id", "question_content", "public_test_cases") ? 1 : 0),
  open: () => rowReader(rowSchema, readRow),
};

function readRow(row: Row, { line }: SourceValue): Item[] {
  try {
    const visible = decodeTests(row.public_test_cases);
    const hidden = decodeTests(row.private_test_cases);
    const functionName = functionNameOf(row.metadata);
    const tests = [
      ...visible.map((test, index) => toTest(test, { index, visible: true, functionName })),
      ...hidden.map((test, index) => toTest(test, { index: visible.length + index, visible: false, functionName })),
    ];
    if (tests.length === 0) return [rejected(line, "it has no tests")];
    return [kept(line, [{ type: "problem", problem: toProblem(row, tests, functionName) }])];
  } catch (error) {
    return [rejected(line, `its tests cannot be read: ${error instanceof z.ZodError ? explain(error) : messageOf(error)}`)];
  }
}

function toProblem(row: Row, tests: Test[], functionName: string | null) {
  const starter = row.starter_code ?? "";
  const style = functionName === null ? "program" : /\bclass Solution\b/.test(starter) ? "method" : "function";
  return makeProblem({
    taskId: String(row.question_id),
    kind: "synthesis",
    format: "livecodebench",
    title: row.question_title === "" ? null : row.question_title,
    prompt: row.question_content,
    entryPoint: functionName,
    callStyle: style,
    preamble,
    starter: starter === "" ? null : starter,
    tests,
    comparison: {
      rule: "equal",
      tolerance: { absolute: 0, relative: 0 },
      floatTolerance: null,
      tupleIsList: true,
      stdout: "stripped-lines",
    },
    timeLimitMs: 6_000,
    difficulty: row.difficulty ?? null,
    tags: row.platform === null || row.platform === undefined ? [] : [row.platform],
    metadata: { contestDate: row.contest_date ?? null, contestId: row.contest_id ?? null },
  });
}

type Place = { readonly index: number; readonly visible: boolean; readonly functionName: string | null };

function toTest(test: SourceTest, { index, visible, functionName }: Place): Test {
  if (test.testtype === "stdin") {
    return { kind: "stdin", id: `base:${index}`, suite: "base", visible, input: test.input, output: test.output };
  }
  if (functionName === null) throw new SyntaxError(`test ${index} calls a function, but the metadata names none`);
  const args = test.input.split("\n").map((line) => toPython(parseLiteral(line)));
  return callTest({ suite: "base", index, visible, arguments: args.join(", "), expected: toPython(parseLiteral(test.output)) });
}

function decodeTests(field: Row["public_test_cases"]): SourceTest[] {
  if (typeof field !== "string") return field;
  const trimmed = field.trim();
  const json = trimmed.startsWith("[") || trimmed === "" ? trimmed || "[]" : unpackTests(trimmed);
  return z.array(testSchema).parse(JSON.parse(json));
}

function unpackTests(field: string): string {
  return unpickleText(zlib.inflateSync(Buffer.from(field, "base64"), { maxOutputLength: MAXIMUM_TEST_BYTES }));
}

function functionNameOf(metadata: Row["metadata"]): string | null {
  const parsed: unknown = typeof metadata === "string" && metadata.trim() !== "" ? JSON.parse(metadata) : metadata;
  const name = isObject(parsed) ? parsed.func_name : undefined;
  return typeof name === "string" && name !== "" ? name : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
