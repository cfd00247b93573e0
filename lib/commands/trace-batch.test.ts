import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { chooseAdapters } from "./adapter-choice";
import { type BatchResult, batchResultSchema } from "./batch-row";
import { traceBatch } from "./trace-batch";

let pool: RunnerPool;
let folder: string;
beforeAll(async () => {
  pool = await createRunnerPool({ workers: 2 });
}, 60_000);
afterAll(() => pool.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-batch-"));
});
afterEach(() => rm(folder, { recursive: true }));

const input = () => path.join(folder, "in.jsonl");
const output = () => path.join(folder, "out.jsonl");
const settings = {
  choices: chooseAdapters(["next", "concise"], []),
  budget: undefined,
  encoding: "o200k_base" as const,
  limits: { wallMs: 500 },
};

/** Runs the batch, and collects what it says. */
async function run(rows: readonly unknown[], signal = new AbortController().signal) {
  await writeFile(input(), rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  const errors = new PassThrough();
  const counts = await traceBatch({ input: input(), output: output(), settings, concurrency: 4, signal, errors }, pool);
  errors.end();
  return { counts, said: (await errors.toArray()).join("") };
}

async function results(): Promise<BatchResult[]> {
  const lines = (await readFile(output(), "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => batchResultSchema.parse(JSON.parse(line)));
}

const row = (id: number) => ({ id, code: `def f(n):\n    m = n + ${id}\n    return m\n`, call: "f(1)" });

test("every row becomes a row with its status, steps and renderings, however its run ended", async () => {
  const { counts } = await run([
    row(1),
    { id: "script", code: "print(input())", stdin: "hello\n" },
    { id: "test", code: "def f(): return 1", test: "assert f() == 2" },
    { id: "syntax", code: "def f(:", call: "f()" },
    { id: "slow", code: "import time\nx = 1\ntime.sleep(30)", stdin: "" },
  ]);
  expect(counts).toMatchObject({ done: 5, failed: 0 });
  const found = new Map((await results()).map((result) => [result.id, result]));
  expect([...found].map(([id, result]) => [id, result.status]).sort()).toEqual([
    [1, "completed"],
    ["script", "completed"],
    ["slow", "timeout"],
    ["syntax", "syntax-error"],
    ["test", "raised"],
  ]);
  expect(found.get(1)?.renderings).toEqual({ next: expect.stringContaining("(1) m=2;"), concise: expect.stringContaining("m") });
});

test("lines that are no rows are told with their number, and the rest goes on", async () => {
  const { counts, said } = await run([row(1), "{", "", { id: 2, code: "x" }, row(1), row(3)]);
  expect(counts).toMatchObject({ total: 5, done: 2, failed: 3 });
  expect(said).toContain(`${input()} line 2: not JSON`);
  expect(said).toContain(`${input()} line 4: needs one of`);
  expect(said).toContain(`${input()} line 5: the id 1 was used in line 1 already`);
  expect((await results()).map((result) => result.id).sort()).toEqual([1, 3]);
});

test("a second run does what is missing, after a torn last line too", async () => {
  await run([row(1), row(2), row(3)]);
  const whole = await readFile(output(), "utf8");
  await writeFile(output(), whole.slice(0, -20));
  const { counts } = await run([row(1), row(2), row(3), row(4)]);
  expect(counts).toMatchObject({ skipped: 2, done: 2, failed: 0 });
  expect((await results()).map((result) => result.id).sort()).toEqual([1, 2, 3, 4]);
});

test("an interruption stops it, and what was written is whole and not done again", async () => {
  const controller = new AbortController();
  const rows = Array.from({ length: 2_000 }, (_, index) => row(index));
  const running = run(rows, controller.signal);
  await vi.waitFor(async () => expect((await results()).length).toBeGreaterThan(4), 20_000);
  controller.abort();
  const { counts } = await running;
  const before = await results();
  expect(counts.failed).toBe(0);
  expect(before.length).toBe(counts.done);
  expect(before.length).toBeLessThan(2_000);
  const rest = await run(rows.slice(0, before.length + 5));
  expect(rest.counts.skipped).toBeGreaterThan(0);
  const ids = (await results()).map((result) => result.id);
  expect(new Set(ids).size).toBe(ids.length);
});
