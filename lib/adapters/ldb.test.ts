import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { getAdapter } from "@/lib/adapters/registry";
import { recordPrograms } from "@/testing/record-programs";

const casesSchema = z.array(z.strictObject({ name: z.string(), source: z.string(), call: z.string(), text: z.string() })).min(1);
const cases = casesSchema.parse(parse(readFileSync(new URL("./ldb-texts.yaml", import.meta.url), "utf8")));

const recordings = await recordPrograms(cases.map(({ source, call }) => ({ source, entry: { kind: "call", expression: call } })));

test.each(cases.map((known, index) => ({ ...known, index })))("$name", ({ text, index }) => {
  const recording = recordings[index];
  if (recording === undefined) throw new Error("The program was not recorded.");
  expect(getAdapter("ldb").render(recording, { first: 0, last: 0 }).text).toBe(text);
});

test("the first and the last blocks are numbered anew, without a mark", () => {
  const index = cases.findIndex(({ name }) => name === "elif and continue");
  const recording = recordings[index];
  if (recording === undefined) throw new Error("The program was not recorded.");
  const blocks = (text: string): readonly string[] => text.split(/\n?\[BLOCK-\d+\]\n/).slice(1);
  const all = blocks(cases[index]?.text ?? "");
  const { text, notes } = getAdapter("ldb").render(recording, { first: 2, last: 1 });
  expect(blocks(text)).toEqual([...all.slice(0, 2), ...all.slice(-1)]);
  expect(text.match(/\[BLOCK-\d+\]/g)).toEqual(["[BLOCK-0]", "[BLOCK-1]", "[BLOCK-2]"]);
  expect(notes).toContainEqual(expect.objectContaining({ kind: "elided", count: all.length - 3 }));
});
