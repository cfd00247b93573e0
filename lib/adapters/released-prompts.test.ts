import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { getAdapter } from "@/lib/adapters/registry";
import { completeOptions } from "@/lib/traces/complete-options";
import { recordPrograms } from "@/testing/record-programs";
import { sharedData } from "@/testing/shared-data";

/** The repair prompts that the study published; 74 of 365 carry a trace block. One test, values cut to 100 characters. */
const templates = {
  "next@tracewise": "NEXT",
  "semcoder@tracewise": "OUR01",
  "concise@tracewise": "CONCISETRACE",
  "codeexecutor@tracewise": "CODEEXECUTOR",
};
const ids = Object.keys(templates);
const OPEN = ", [TEST 0] FAIL: For  ";
/** Problems whose input is a tuple, which its text does not say. */
const TUPLES = new Set(["Mbpp/791"]);
const CUT = /\.\.\. \[truncated, total length=\d+\]\s*$/;

const rowSchema = z.object({ task_id: z.string(), prompt: z.string() });

function readPrompts(template: string): readonly z.infer<typeof rowSchema>[] {
  const file = sharedData("tracewise", "annex", `bug_trace_TPL_${template}_1__job_list.jsonl.gz`);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  return lines.map((line) => rowSchema.parse(JSON.parse(line))).filter(({ prompt }) => prompt.includes("## Trace"));
}

const prompts = new Map(Object.entries(templates).map(([id, template]) => [id, readPrompts(template)]));
const programs = (prompts.get("semcoder@tracewise") ?? []).flatMap(({ task_id, prompt }) => {
  const program = prompt.split("**buggy program**\n```python\n")[1]?.split("\n```")[0] ?? "";
  const name = program.split("(")[0]?.split(/\s+/).at(-1);
  // The input is printed as the repr of its text, without brackets, and cut to 100 characters.
  const input = prompt.split(OPEN)[1]?.match(/input1=(.*)\n\nexpect/)?.[1] ?? "";
  const isWhole = /^(["']).*\1$/.test(input);
  const kind = TUPLES.has(task_id) ? "tuple" : "list";
  return isWhole
    ? [{ task_id, source: `\n${program}\n`, call: `${name}(${kind}(eval('(' + ${input}.rstrip(',') + ',)')))` }]
    : [];
});
const recordings = await recordPrograms(
  programs.map(({ source, call }) => ({ source, entry: { kind: "call", expression: call } })),
);

const read: Readonly<Record<string, (block: string) => string | undefined>> = {
  "next@tracewise": (block) => block.split("```python\n")[1]?.split("\n```")[0],
  "semcoder@tracewise": (block) => block.split("_RESULT**\n\n")[1]?.split("\n  \nTEST1")[0],
  "concise@tracewise": (block) => block.split("## EXPLANATION\n\n")[1]?.replace(/ {2}$/, ""),
  "codeexecutor@tracewise": (block) => block.split("## EXPLANATION \n\n")[1]?.replace(/ {2}$/, ""),
};

const COMPREHENSION = "made with CPython 3.12, where the variables of comprehensions are the function's own";
const ARRAY = "shows a NumPy array by its own repr";

/** Problems whose published trace differs from ours, with the reason. */
const differences: Readonly<Record<string, string>> = {
  "Mbpp/131": COMPREHENSION,
  "Mbpp/247": COMPREHENSION,
  "Mbpp/272": COMPREHENSION,
  "Mbpp/468": ARRAY,
  "Mbpp/569": COMPREHENSION,
  "Mbpp/612": COMPREHENSION,
};

describe.skipIf(programs.length === 0)("the prompts that the study published (skipped without ../shared/data)", () => {
  test("all but the one whose input is cut can be recorded again", () => expect(programs.length).toBe(73));

  test.each(ids)("%s", (id) => {
    const adapter = getAdapter(id);
    const options = completeOptions(adapter, { valueLength: 100 });
    const different = programs.filter(({ task_id }, index) => {
      const recording = recordings[index];
      const block = prompts
        .get(id)
        ?.find((row) => row.task_id === task_id)
        ?.prompt.split(OPEN)[1];
      if (recording === undefined || block === undefined) throw new Error(`${task_id} is not there.`);
      const { text } = adapter.render(recording, options);
      // Long prompts are cut in the published file, by the tool that wrote it.
      if (CUT.test(block)) return !text.startsWith(read[id]?.(block.replace(CUT, "")) ?? "none");
      return text !== read[id]?.(block);
    });
    expect(different.map(({ task_id }) => task_id).filter((task) => !(task in differences))).toEqual([]);
  });
});
