import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { AdapterOptions } from "@/lib/adapters/adapter";
import { getAdapter } from "@/lib/adapters/registry";
import { reprValue } from "@/lib/recordings/repr-value";
import type { Recording, Value } from "@/lib/recordings/schema";
import { buildReleasedBlock, type ReleasedDialect } from "@/lib/traces/build-released-block";
import { completeOptions } from "@/lib/traces/complete-options";
import { recordPrograms } from "@/testing/record-programs";

const FILE = path.resolve(import.meta.dirname, "../../../shared/golden/adapters.jsonl");
const LEAST_EQUAL = 0.98;

const rowSchema = z.object({ id: z.string(), code: z.string(), call: z.string(), renderings: z.record(z.string(), z.string()) });
type Row = z.infer<typeof rowSchema>;

/** What upstream printed: a dialect's trace, with the options that give it, taken out of the text around it. */
type Golden = {
  readonly adapter: string;
  readonly options?: AdapterOptions;
  readonly read: (renderings: Row["renderings"]) => string | undefined;
};

const goldens: readonly Golden[] = [
  { adapter: "semcoder", read: (texts) => texts["semcoder/spad-elided"] },
  { adapter: "semcoder", options: { elided: false }, read: (texts) => texts["semcoder/spad-full"] },
  { adapter: "next@tracewise", read: (texts) => between(texts["tracewise/bug_trace_TPL_NEXT"], "```python\n", "\n```") },
  {
    adapter: "semcoder@tracewise",
    read: (texts) => between(texts["tracewise/bug_trace_TPL_OUR01"], "_RESULT**\n\n", "\n  \nTEST1"),
  },
  {
    adapter: "concise@tracewise",
    read: (texts) => texts["tracewise/bug_trace_TPL_CONCISETRACE"]?.split("## EXPLANATION\n\n")[1],
  },
  {
    adapter: "codeexecutor@tracewise",
    read: (texts) => texts["tracewise/bug_trace_TPL_CODEEXECUTOR"]?.split("## EXPLANATION \n\n")[1],
  },
  { adapter: "cwm", read: (texts) => texts["cwm/codi"]?.replace(ADDRESS, "") },
  { adapter: "statelens", read: (texts) => texts["statelens/skip"] },
  { adapter: "statelens", options: { loops: "full" }, read: (texts) => texts["statelens/full"] },
  // Its first line is a message of the program that made the file.
  { adapter: "ldb", options: { first: 0, last: 0 }, read: (texts) => texts["ldb/block"]?.replace(/^Writing.*\n/, "") },
];

/** Addresses, which recordings do not hold. */
const ADDRESS = / at 0x[0-9a-f]+/g;

const blocks: readonly (readonly [ReleasedDialect, string])[] = [
  ["next@tracewise", "tracewise/bug_trace_TPL_NEXT"],
  ["semcoder@tracewise", "tracewise/bug_trace_TPL_OUR01"],
  ["concise@tracewise", "tracewise/bug_trace_TPL_CONCISETRACE"],
  ["codeexecutor@tracewise", "tracewise/bug_trace_TPL_CODEEXECUTOR"],
];

/** Programs on which a dialect differs from upstream, with the reason. None. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

const rows = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
      .trim()
      .split("\n")
      .map((line) => rowSchema.parse(JSON.parse(line)))
  : [];
const recordings = await recordPrograms(
  rows.map(({ code, call }) => ({ source: code, entry: { kind: "call", expression: call } })),
);

describe.skipIf(rows.length === 0)("what the upstream tools print (skipped without ../shared/golden/adapters.jsonl)", () => {
  test.each(goldens)("$adapter $options", ({ adapter: id, options, read }) => {
    const adapter = getAdapter(id);
    const complete = completeOptions(adapter, options ?? {});
    expectEqual(id, (row, recording) => [adapter.render(recording, complete).text, read(row.renderings)]);
  });

  test.each(blocks)("the whole prompt block of %s", (id, key) => {
    const adapter = getAdapter(id);
    expectEqual(id, (row, recording) => {
      const trace = adapter.render(recording, completeOptions(adapter, {})).text;
      const block = buildReleasedBlock(id, trace, {
        inputs: listInputs(recording),
        expected: "'EXPECTED'",
        actual: findResult(recording),
      });
      // The golden file drops line feeds at the end.
      return [block.replace(/\n+$/, ""), row.renderings[key]];
    });
  });
});

function expectEqual(id: string, compare: (row: Row, recording: Recording) => readonly [string, string | undefined]): void {
  const different = rows.filter((row, index) => {
    const recording = recordings[index];
    if (recording === undefined) throw new Error(`${row.id} was not recorded.`);
    const [text, golden] = compare(row, recording);
    return text !== golden;
  });
  expect(different.map((row) => row.id)).toEqual(Object.keys(exceptions[id] ?? {}));
  expect(1 - different.length / rows.length).toBeGreaterThanOrEqual(LEAST_EQUAL);
}

function between(text: string | undefined, open: string, close: string): string | undefined {
  return text?.split(open)[1]?.split(close)[0];
}

/** The arguments as they are after the call, which is when the release prints them: the objects that were passed, as last seen. */
function listInputs({ steps, frames }: Recording): string {
  const count = frames[0]?.argumentCount ?? 0;
  const passed = (steps[0]?.changes ?? []).slice(0, count).flatMap(({ value }) => (value === null ? [] : [value]));
  const inputs = passed.map((value) => reprValue(findLast(value, steps)));
  return inputs.length === 1 ? `(${inputs[0]},)` : `(${inputs.join(", ")})`;
}

function findLast(passed: Value, steps: Recording["steps"]): Value {
  if (!("id" in passed)) return passed;
  const seen = steps.flatMap(({ changes }) => changes.map(({ value }) => value));
  return seen.findLast((value) => value !== null && "id" in value && value.id === passed.id) ?? passed;
}

function findResult({ steps }: Recording): string {
  const value = steps.findLast(({ event, frame }) => event === "return" && frame === 0)?.value;
  return value == null ? "" : reprValue(value);
}
