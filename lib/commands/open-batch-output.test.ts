import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BatchResult } from "./batch-row";
import { openBatchOutput } from "./open-batch-output";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-batch-"));
  file = path.join(folder, "out.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

const result = (id: string | number): BatchResult => ({ id, status: "completed", steps: 1, renderings: { next: "x\u2028" } });
const line = (id: string | number) => `${JSON.stringify(result(id))}\n`;

test("a new file is made, and rows are whole lines also when many are written at once", async () => {
  const output = await openBatchOutput(file, ["next"]);
  expect(output.done.size).toBe(0);
  await Promise.all(Array.from({ length: 50 }, (_, index) => output.write(result(index))));
  await output.close();
  const written = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(written.map((text) => JSON.parse(text).id)).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test("finished rows are known again, the number 1 apart from the text", async () => {
  await writeFile(file, line(1) + line("a"));
  const output = await openBatchOutput(file, ["next"]);
  await output.close();
  expect([...output.done]).toEqual(["1", '"a"']);
});

test.each([1, 10, line("b").length - 1])(
  "a last line of which %i bytes were written is removed, and its row is not done",
  async (bytes) => {
    await writeFile(file, line("a") + line("b").slice(0, bytes));
    const output = await openBatchOutput(file, ["next"]);
    expect([...output.done]).toEqual(['"a"']);
    await output.write(result("b"));
    await output.close();
    expect(await readFile(file, "utf8")).toBe(line("a") + line("b"));
  },
);

test("a file that is something else is not touched", async () => {
  await writeFile(file, "important\nnotes\n");
  await expect(openBatchOutput(file, ["next"])).rejects.toThrow("line 1 is not a row of a batch's output");
  expect(await readFile(file, "utf8")).toBe("important\nnotes\n");
});

test("rows with other adapters are not taken for finished", async () => {
  await writeFile(file, line("a"));
  await expect(openBatchOutput(file, ["next", "concise"])).rejects.toThrow("has renderings of next, not of next, concise");
});

test("a folder that does not exist is named", async () => {
  await expect(openBatchOutput(path.join(folder, "no/out.jsonl"), ["next"])).rejects.toThrow("cannot be written");
});
