import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importBenchmarks } from "@/lib/benchmarks/import-benchmarks";
import { readEnvironment } from "@/lib/environment/read-environment";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { diskSource } from "@/lib/formats/input/disk-source";
import { memorySource } from "@/lib/formats/input/memory-source";
import { importResults } from "@/lib/imports/import-results";
import { buildProblem } from "@/testing/build-problem";
import { buildSpec } from "@/testing/build-spec";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { samplesOf } from "@/testing/numbered-problems";
import { jsonLines } from "@/testing/read-import";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { createServices, type OpenServices } from "./create-services";
import { toReplayedAnswer } from "./find-replayed-answer";

let database: TestDatabase;
let services: OpenServices;
beforeAll(async () => {
  database = await startTestDatabase();
  services = await createServices(readEnvironment(process.env));
}, 60_000);
afterAll(async () => {
  await services.close();
  await database.stop();
});

type Replay = { readonly slug: string; readonly source: string; readonly n: number; readonly taskIds: readonly string[] | null };

/** Runs an experiment that answers with an imported arm's samples, until it is over. */
async function replay({ slug, source, n, taskIds }: Replay) {
  const spec = buildSpec({
    benchmarks: [{ slug, subset: { taskIds: taskIds === null ? null : [...taskIds] } }],
    models: [{ provider: "replay", id: "again", title: "Again", source }],
    conditions: ["code"],
    strategies: [{ kind: "single", n }],
  });
  const worker = await startExperimentWorker(services);
  const id = await startExperiment(spec, new Date());
  await untilProgress(id, ({ experiment }) => experiment.status === "completed", 120_000);
  await worker.stop();
  return samplesOf(id);
}

async function importArm(path: string, text: string): Promise<string> {
  const { experimentId } = await importResults([memorySource(path, text)], { now: new Date() });
  if (experimentId === null) throw new Error("the file held no results");
  const [sample] = await samplesOf(experimentId);
  if (sample === undefined) throw new Error("the import held no samples");
  return sample.arm.key;
}

const problem = {
  task_id: "test/0",
  prompt: 'def twice(n):\n    """Twice n."""\n',
  canonical_solution: "    return n + n\n",
  test: "def check(candidate):\n    assert candidate(2) == 4\n    assert candidate(-7) == -14\n",
  entry_point: "twice",
};

test("completions that were imported are judged behind their problem's prefix, chain by chain, and what is missing is said", async () => {
  const benchmarks = [memorySource("twice.jsonl", jsonLines(problem))];
  await importBenchmarks(benchmarks, { slug: "twice", title: null });
  const completions = [
    "    return 2 * n\n",
    "    return n\n",
    "\treturn n * 2",
    "def twice(n):\n    return n * 2\n",
    "  return 2*n",
  ];
  const rows = completions.map((completion) => ({ task_id: "test/0", completion }));
  const source = await importArm("samples.jsonl", jsonLines(...rows));
  const samples = await replay({ slug: "twice", source, n: 6, taskIds: null });
  // A tab after spaces and an indentation of two after a docstring of four are no Python; the sixth is not in the file.
  expect(samples.map(({ verdict }) => verdict)).toEqual(["passed", "failed", "failed", "passed", "failed", "infrastructure"]);
  expect(samples[0]?.generation?.text).toContain('"""Twice n."""\n    return 2 * n\n');
  expect(samples[5]?.detail).toContain("holds no answer for this problem at sample 6, round 1");
}, 120_000);

describe.skipIf(!hasSharedData)(`LDB's programs${hasSharedData ? "" : `: ${withoutSharedData}`}`, () => {
  test("imported and replayed get the verdicts that they came with, but for one that needs LDB's own imports", async () => {
    const taskIds = Array.from({ length: 16 }, (_, index) => `HumanEval/${index}`);
    const humaneval = await diskSource(sharedData("humaneval/HumanEval.jsonl.gz"), "HumanEval.jsonl.gz");
    await importBenchmarks([humaneval], { slug: "humaneval", title: null });
    const path = "ldb/input_data/humaneval/seed/gpt-3.5-turbo-0613/seed.jsonl.gz";
    const { experimentId } = await importResults([await diskSource(sharedData(path), path)], { now: new Date() });
    const imported = (await samplesOf(experimentId ?? "")).filter(({ taskId }) => taskIds.includes(taskId));
    const source = imported[0]?.arm.key ?? "";
    const replayed = await replay({ slug: "humaneval", source, n: 1, taskIds });
    const differing = replayed.filter(
      ({ taskId, verdict }) => imported.find((sample) => sample.taskId === taskId)?.verdict !== verdict,
    );
    expect(imported).toHaveLength(16);
    expect(new Set(imported.map(({ verdict }) => verdict)).size).toBe(2);
    expect(replayed).toHaveLength(16);
    // HumanEval/7 uses List, which LDB's harness imports before every program.
    expect(differing.map(({ taskId }) => taskId)).toEqual(["HumanEval/7"]);
  }, 180_000);
});

describe("an imported sample is answered", () => {
  const completed = buildProblem({ completionPrefix: "def double(n):\n", entryPoint: "double" });
  const answer = (extracted: string | null, raw: string | null = null, of = completed) =>
    toReplayedAnswer(of, { raw, extracted });
  test("as it was given where nothing was taken from it", () => {
    expect(answer(null, "Sure:\n```python\nx = 1\n```")).toBe("Sure:\n```python\nx = 1\n```");
    expect(answer(null)).toBeNull();
  });
  test("with what the source took from it where it did", () => {
    expect(answer("    return 1", "raw text")).toBe("```python\ndef double(n):\n    return 1\n```");
    expect(answer("x = '```'\ndef double(n):\n    return x\n")).toBe("````python\nx = '```'\ndef double(n):\n    return x\n````");
    expect(answer("  ")).toBe("");
  });
  test("with a completion that defines helpers after its body as a completion", () => {
    expect(answer("    return help(n)\n\ndef double(n):\n    pass\n")).toContain("def double(n):\n    return help(n)\n");
  });
  test("of a prediction between its tags, a call without the call", () => {
    const of = buildProblem({ kind: "input-prediction", entryPoint: "f" });
    expect(answer("f(1, [2])", null, of)).toBe("[ANSWER]1, [2][/ANSWER]");
    expect(answer("'x'", null, buildProblem({ kind: "output-prediction" }))).toBe("[ANSWER]'x'[/ANSWER]");
  });
});
