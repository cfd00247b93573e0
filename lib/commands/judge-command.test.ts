import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { sentenceOf } from "./command-outcome";
import { addJudgeOptions } from "./judge-command";
import { judgeFiles } from "./judge-files";
import { parseJudgeOptions } from "./judge-options";

vi.setConfig({ testTimeout: 90_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-judge-"));
});
afterEach(() => rm(folder, { recursive: true }));

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createRunnerPool({ workers: 3 });
}, 60_000);
afterAll(() => pool.close());

/** Reads the words as the command line does; a failure of use becomes its sentence. */
async function judge(...words: readonly string[]) {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const options = addJudgeOptions(program.command("judge")).action(() => undefined);
  try {
    program.parse(["judge", ...words], { from: "user" });
    const machine = { pool, workers: 2, signal: new AbortController().signal, errors: { write: () => true } };
    const { report, lack } = await judgeFiles(parseJudgeOptions(options.opts()), machine);
    return { report: JSON.parse(JSON.stringify(report)), lack, sentence: null };
  } catch (error) {
    return { report: null, lack: null, sentence: sentenceOf(error) };
  }
}

const lines = (rows: readonly unknown[]) => rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");
const file = (name: string) => path.join(folder, name);

const prompt = (name: string) => `def ${name}(a, b):\n    """Adds."""\n`;
const humanevalRow = (number: number, name: string) => ({
  task_id: `HumanEval/${number}`,
  prompt: prompt(name),
  entry_point: name,
  canonical_solution: "    return a + b\n",
  test: `def check(candidate):\n    assert candidate(1, 2) == 3\n    assert candidate(2, ${number}) == ${number + 2}\n`,
});
const right = "    return a + b\n";
const wrong = "    return a - b\n";

async function writeBenchmark(): Promise<string> {
  await writeFile(file("problems.jsonl.gz"), gzipSync(lines([humanevalRow(0, "add"), humanevalRow(1, "plus")])));
  return file("problems.jsonl.gz");
}

test("completions continue the prompt, solutions stand alone, and nothing that cannot be judged is lost", async () => {
  const benchmark = await writeBenchmark();
  await writeFile(
    file("samples.jsonl"),
    lines([
      { task_id: "HumanEval/0", completion: right },
      { task_id: "HumanEval/0", completion: wrong },
      { task_id: "HumanEval/0", completion: right },
      { task_id: "HumanEval/1", completion: "" },
      { task_id: "HumanEval/9", completion: right },
      '{"task_id": "HumanEval/0", "comple',
      { task_id: "HumanEval/1" },
    ]),
  );
  const { report, lack } = await judge("--benchmark", benchmark, "--samples", file("samples.jsonl"), "--k", "1,2");
  expect(report).toMatchObject({
    problems: 2,
    samples: 4,
    verdicts: { passed: 2, failed: 1, no_code: 1, timeout: 0 },
    passAtK: { 1: (2 / 3 + 0) / 2, 2: null },
    undefinedPassAtK: { 2: expect.stringContaining("HumanEval/1") },
    identical: 1,
    unknownTasks: { count: 1, first: [{ taskId: "HumanEval/9", line: 5 }] },
    files: [{ format: "humaneval-samples", rowsRead: 7, rowsKept: 5, rowsRejected: 2, rejections: [{ line: 6 }, { line: 7 }] }],
    benchmark: { format: "humaneval", problems: 2, version: expect.stringMatching(/^[0-9a-f]{64}$/) },
    judge: { tests: "scored", timeLimitMs: { shortest: 3_000, longest: 3_000 }, preamble: "" },
  });
  expect(lack).toContain("1 samples are of tasks that the benchmark does not have");

  await writeFile(file("solutions.jsonl"), lines([{ task_id: "HumanEval/0", solution: prompt("add") + right }]));
  const solutions = await judge("--benchmark", benchmark, "--samples", file("solutions.jsonl"));
  expect(solutions).toMatchObject({ report: { samples: 1, passAtK: { 1: 1 } }, lack: null });
});

test("raw completions can be cut where base models are stopped; whole programs are left as they are", async () => {
  const benchmark = await writeBenchmark();
  const raw = `${right}\n\ndef other():\n    return (1 +`;
  await writeFile(file("raw.jsonl"), lines([{ task_id: "HumanEval/0", completion: raw }]));
  const args = ["--benchmark", benchmark, "--samples", file("raw.jsonl")];
  expect((await judge(...args)).report).toMatchObject({ verdicts: { passed: 0, failed: 1 }, judge: { stop: "none" } });
  expect((await judge(...args, "--stop", "humaneval")).report).toMatchObject({
    verdicts: { passed: 1 },
    judge: { stop: "humaneval" },
  });
  await writeFile(file("whole.jsonl"), lines([{ task_id: "HumanEval/0", solution: `import math\n${prompt("add")}${right}` }]));
  const whole = await judge("--benchmark", benchmark, "--samples", file("whole.jsonl"), "--stop", "humaneval");
  expect(whole.report).toMatchObject({ verdicts: { passed: 1 } });
  expect((await judge(...args, "--stop", "mbpp")).sentence).toContain("--stop");
});

test("a published verdict is compared, and the samples that differ are named", async () => {
  const benchmark = await writeBenchmark();
  const row = (number: number, passed: boolean, completion: string) => ({
    task_id: `HumanEval/${number}`,
    completion,
    passed,
    result: passed ? "passed" : "failed: AssertionError",
  });
  await writeFile(file("results.jsonl"), lines([row(0, true, right), row(1, true, wrong)]));
  const { report } = await judge("--benchmark", benchmark, "--samples", file("results.jsonl"));
  expect(report.agreement).toEqual({
    compared: 2,
    same: 1,
    differing: { count: 1, first: [{ taskId: "HumanEval/1", sample: 0, published: "passed", judged: "failed" }] },
    publishedPassAtK: { 1: 1 },
  });
});

test("an output is gone on with, a torn line is done again, and a file about something else is refused as it is", async () => {
  const benchmark = await writeBenchmark();
  const out = file("out.jsonl");
  const samples = file("samples.jsonl");
  const args = ["--benchmark", benchmark, "--samples", samples, "--out", out];
  await writeFile(
    samples,
    lines([0, 1].flatMap((number) => [right, wrong].map((completion) => ({ task_id: `HumanEval/${number}`, completion })))),
  );
  const { report: first } = await judge(...args);
  const whole = await readFile(out, "utf8");
  const rows = whole.trimEnd().split("\n");
  expect(rows).toHaveLength(5);
  expect(JSON.parse(rows[0] ?? "")).toMatchObject({ polytraceVerdicts: 1, tests: "scored" });

  await writeFile(out, `${rows.slice(0, 3).join("\n")}\n${rows[3]?.slice(0, 20)}`);
  const { report: second } = await judge(...args);
  expect(second).toMatchObject({ resumed: 2, samples: 4, verdicts: first.verdicts, passAtK: first.passAtK });
  const ordinals = (await readFile(out, "utf8"))
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => JSON.parse(row).ordinal);
  expect(ordinals.toSorted()).toEqual([0, 1, 2, 3]);

  const refusals: [readonly string[], string][] = [
    [[...args, "--timeout", "1"], "another time limit"],
    [[...args, "--preamble", "import math"], "another preamble"],
  ];
  for (const [command, sentence] of refusals) {
    expect(await judge(...command)).toMatchObject({ report: null, sentence: expect.stringContaining(sentence) });
  }
  await writeFile(samples, lines([{ task_id: "HumanEval/0", completion: `${right}    # changed` }]));
  expect(await judge(...args)).toMatchObject({ sentence: expect.stringContaining("the samples have changed") });
  await writeFile(samples, lines([{ task_id: "HumanEval/0", completion: right }]));
  expect(await judge(...args)).toMatchObject({ sentence: expect.stringContaining("not there any more") });

  await writeFile(file("notes.txt"), "one line of somebody's own");
  expect(await judge("--benchmark", benchmark, "--samples", "reference", "--out", file("notes.txt"))).toMatchObject({
    report: null,
    sentence: expect.stringContaining("not a file of verdicts"),
  });
  expect(await readFile(file("notes.txt"), "utf8")).toBe("one line of somebody's own");
});

test("sources without a file: solutions, buggy programs, and functions that answer None", async () => {
  const problem = {
    task_id: "own/1",
    kind: "repair",
    prompt: "Fix add.",
    entry_point: "add",
    starter: "def add(a, b):\n    return a - b\n",
    reference: "def add(a, b):\n    return a + b\n",
    tests: [
      { arguments: "1, 0", expected: "1", visible: true },
      { arguments: "1, 2", expected: "3" },
    ],
  };
  const rows = [problem, { ...problem, task_id: "own/2", kind: "output-prediction" }];
  await writeFile(file("problems.jsonl"), lines(rows));
  const verdicts = async (...args: readonly string[]) => {
    const { report } = await judge("--benchmark", file("problems.jsonl"), ...args);
    return [report.samples, report.verdicts.passed];
  };
  expect(await verdicts("--samples", "reference")).toEqual([2, 2]);
  expect(await verdicts("--samples", "buggy")).toEqual([1, 0]);
  // The visible test alone does not show the mistake.
  expect(await verdicts("--samples", "buggy", "--tests", "visible")).toEqual([1, 1]);
  expect(await verdicts("--samples", "return-none")).toEqual([2, 0]);
});

test.each([
  [["--samples", "reference"], "--benchmark"],
  [["--benchmark", "no-such-file", "--samples", "reference"], "There is no file"],
  [["--benchmark", "package.json", "--samples", "reference"], "holds no problems"],
  [["--benchmark", "x", "--samples", "reference", "--k", "0"], "k is at least 1"],
])("wrong use %j is told in a sentence", async (args, sentence) => {
  expect(await judge(...args)).toMatchObject({ report: null, sentence: expect.stringContaining(sentence) });
});
