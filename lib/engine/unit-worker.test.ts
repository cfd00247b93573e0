import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveBenchmark } from "@/lib/benchmarks/data";
import type { Problem } from "@/lib/benchmarks/schema";
import { getDatabase } from "@/lib/database/client";
import { changeStatus, findExperiment } from "@/lib/experiments/data";
import { extendSamples } from "@/lib/experiments/extend-samples";
import { planSpec } from "@/lib/experiments/plan-spec";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { buildProblem } from "@/testing/build-problem";
import { buildSpec } from "@/testing/build-spec";
import { plainServices } from "@/testing/engine-services";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

const source = { fileName: "small.jsonl", sha256: null, importerVersion: null };

/** Problems with a number of their own, so that a prompt tells which it is. */
function problems(): Problem[] {
  return Array.from({ length: 6 }, (_, index) =>
    buildProblem({
      taskId: `add-${index}`,
      prompt: `Write add_${index}(n) that returns n + ${index + 2}.`,
      entryPoint: `add_${index}`,
      reference: `def add_${index}(n):\n    return n + ${index + 2}\n`,
      tests: [
        {
          id: "v",
          suite: "example",
          visible: true,
          kind: "call",
          arguments: "1",
          expected: String(index + 3),
          collect: "none",
          tolerance: null,
        },
        {
          id: "h",
          suite: "base",
          visible: false,
          kind: "call",
          arguments: "777001",
          expected: String(777001 + index + 2),
          collect: "none",
          tolerance: null,
        },
      ],
    }),
  );
}

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await saveBenchmark({ slug: "small", title: "Small", format: "problems", source, problems: problems() });
}, 60_000);
afterAll(() => database.stop());

const isOver = ({ experiment }: { experiment: { status: string } }) => experiment.status === "completed";
const samplesOf = (experimentId: string) =>
  getDatabase().sample.findMany({
    where: { arm: { experimentId } },
    include: { generation: true, arm: true },
    orderBy: [{ armId: "asc" }, { taskId: "asc" }, { chain: "asc" }, { round: "asc" }],
  });

/** An endpoint whose answers depend on the prompt and on nothing else: wrong at first, right once the prompt shows an attempt. */
function startModel(faults = {}, latencyMs = 5): Promise<OpenAiServer> {
  return startOpenAiServer({
    seed: 5,
    faults,
    latencyMs,
    answer: (prompt, body) => {
      const index = Number(/add_(\d)/.exec(prompt)?.[1] ?? 0);
      const isMended = prompt.includes("Attempt") && (index + Number(body.seed ?? 0)) % 2 === 0;
      return `\`\`\`python\ndef add_${index}(n):\n    return n + ${isMended ? index + 2 : 1}\n\`\`\``;
    },
  });
}

const remote = (server: OpenAiServer, given = {}) => ({
  provider: "openai-chat" as const,
  id: "remote",
  title: "Remote",
  modelName: "m",
  baseUrl: server.baseUrl,
  ...given,
});

describe("a run", () => {
  test("is what the plan says, with first rounds that all arms share", async () => {
    const server = await startModel();
    const spec = buildSpec({
      models: [remote(server)],
      conditions: ["code", "feedback"],
      strategies: [
        { kind: "single", n: 3 },
        { kind: "sequential", n: 2, rounds: 2 },
        { kind: "parallel", n: 3, selection: "public-tests" },
        { kind: "parallel", n: 3, selection: "oracle", secondChance: false },
      ],
      decodings: [{ name: "t", temperature: 0.8, seed: 11 }],
    });
    const { plan } = await planSpec(spec, { failingShare: 1 });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    const progress = await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();

    const samples = await samplesOf(id);
    expect(progress.arms).toHaveLength(plan.totals.arms);
    // Every first answer is wrong, so every planned round takes place.
    expect(samples).toHaveLength(plan.totals.samples.most);
    expect(server.requests).toHaveLength(plan.totals.requests.most);
    for (const chain of [0, 1, 2]) {
      for (const taskId of problems().map((problem) => problem.taskId)) {
        const first = samples.filter((sample) => sample.taskId === taskId && sample.chain === chain && sample.round === 1);
        expect(new Set(first.map(({ generationKey }) => generationKey)).size).toBe(1);
        expect(
          first.every(
            ({ identical, arm }) => identical === (JSON.stringify(arm.factors).includes('"condition":"code"') ? null : true),
          ),
        ).toBe(true);
      }
    }
    // Chains differ: no sample is another one's copy.
    const firsts = new Set(
      samples.filter(({ round, taskId }) => round === 1 && taskId === "add-0").map(({ generationKey }) => generationKey),
    );
    expect(firsts.size).toBe(3);
  }, 90_000);

  test("keeps counts that equal the samples", async () => {
    const counts = await getDatabase().$queryRaw`
      SELECT count(*)::int AS wrong FROM (
        SELECT "armId", "taskId", "round", count(*)::int AS samples, (count(*) FILTER (WHERE "verdict" = 'passed'))::int AS passed,
          (count(*) FILTER (WHERE "final"))::int AS finals FROM "Sample" GROUP BY 1, 2, 3) s
      FULL JOIN "ArmCount" c USING ("armId", "taskId", "round")
      WHERE s.samples IS DISTINCT FROM c."samples" OR s.passed IS DISTINCT FROM c."passed" OR s.finals IS DISTINCT FROM c."finals"`;
    expect(counts).toEqual([{ wrong: 0 }]);
  });

  test("never lets a hidden test or a solution into a prompt", async () => {
    const prompts = JSON.stringify(await getDatabase().prompt.findMany());
    expect(prompts).toContain("add_3(1)");
    expect(prompts).not.toContain("777001");
    expect(prompts).not.toContain("777006");
    expect(prompts).not.toContain("return n + 5");
  });

  test("repeats nothing when it is run again, and raising n asks only for what is new", async () => {
    const server = await startModel();
    const spec = (name: string) =>
      buildSpec({ name, models: [remote(server)], strategies: [{ kind: "single", n: 2 }], conditions: ["code"], replicate: 7 });
    const worker = await startExperimentWorker(plainServices());
    const first = await startExperiment(spec("first"), new Date());
    await untilProgress(first, isOver);
    expect(server.requests).toHaveLength(12);
    const again = await startExperiment(spec("again"), new Date());
    await untilProgress(again, isOver);
    expect(server.requests).toHaveLength(12);
    const before = await samplesOf(first);
    await extendSamples(first, [{ strategy: "single", n: 5 }], new Date());
    const progress = await untilProgress(first, isOver);
    await worker.stop();
    await server.stop();
    expect(server.requests).toHaveLength(30);
    const after = await samplesOf(first);
    expect(after).toHaveLength(30);
    const bare = (samples: typeof before) => samples.map(({ arm: _arm, ...sample }) => sample);
    expect(bare(after.filter(({ chain }) => chain < 2))).toEqual(bare(before));
    expect(progress.arms[0]?.chains).toBe(30);
  }, 90_000);

  test("goes through 429, 500, resets, cuts and malformed answers without losing or doubling a sample", async () => {
    const faults = { "429": 0.12, "500": 0.12, reset: 0.1, cut: 0.1, "silent-end": 0.1, malformed: 0.1, "not-json": 0.05 };
    const server = await startModel(faults);
    const spec = buildSpec({
      models: [remote(server)],
      strategies: [{ kind: "single", n: 4 }],
      conditions: ["code"],
      replicate: 8,
    });
    const fast = plainServices({
      sleep: async (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 50)),
    });
    const worker = await startExperimentWorker(fast);
    const id = await startExperiment(spec, new Date());
    await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    const samples = await samplesOf(id);
    expect(samples).toHaveLength(24);
    expect(samples.filter(({ verdict }) => verdict === "infrastructure")).toEqual([]);
    expect(server.requests.filter(({ outcome }) => outcome === "answered")).toHaveLength(24);
    expect(server.requests.length).toBeGreaterThan(30);
    expect(samples.some(({ generation }) => (generation?.attempts ?? 0) > 1)).toBe(true);
  }, 90_000);

  test("counts what never comes as infrastructure errors, which can be tried again", async () => {
    const server = await startModel({ "500": 1 });
    const model = remote(server);
    const spec = buildSpec({
      models: [model],
      strategies: [{ kind: "single", n: 1 }],
      conditions: ["code"],
      replicate: 9,
      maxAttempts: 2,
    });
    const fast = plainServices({ sleep: async () => undefined });
    const worker = await startExperimentWorker(fast);
    const id = await startExperiment(spec, new Date());
    const progress = await untilProgress(id, isOver);
    expect(progress.units).toEqual({ pending: 0, done: 0, error: 6 });
    expect(progress.arms[0]).toMatchObject({ infrastructure: 6, chainsDone: 0, passed: 0 });
    expect(progress.experiment.reason).toContain("infrastructure");
    expect(server.requests).toHaveLength(12);
    const { resetErrors } = await import("@/lib/experiments/data");
    expect(await resetErrors(id)).toBe(6);
    // The server answers a request that failed three times.
    const after = await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    expect(after.units).toEqual({ pending: 0, done: 6, error: 0 });
    expect(after.arms[0]).toMatchObject({ infrastructure: 0, chainsDone: 6, samples: 6 });
  }, 90_000);

  test("pauses, goes on where it was, and can be cancelled", async () => {
    const server = await startModel({}, 60);
    const spec = buildSpec({
      models: [remote(server, { limits: { concurrency: 2 } })],
      strategies: [{ kind: "single", n: 10 }],
      conditions: ["code"],
      replicate: 10,
    });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    await untilProgress(id, ({ arms }) => (arms[0]?.samples ?? 0) >= 5);
    await changeStatus(id, { from: ["running"], to: "paused", reason: null }, new Date());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const sent = server.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.requests.length).toBe(sent);
    expect(sent).toBeLessThan(60);
    await changeStatus(id, { from: ["paused"], to: "running", reason: null }, new Date());
    await untilProgress(id, isOver);
    expect(await samplesOf(id)).toHaveLength(60);
    expect(server.requests).toHaveLength(60);
    const other = await startExperiment({ ...spec, replicate: 11 }, new Date());
    await untilProgress(other, ({ arms }) => (arms[0]?.samples ?? 0) >= 3);
    await changeStatus(other, { from: ["running"], to: "cancelled", reason: null }, new Date());
    await new Promise((resolve) => setTimeout(resolve, 800));
    const requests = server.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.requests.length).toBe(requests);
    expect(requests).toBeLessThan(120);
    await worker.stop();
    await server.stop();
  }, 90_000);

  test("stops before its budget is passed", async () => {
    const server = await startModel();
    const price = { inputPerMillionUsd: 0, outputPerMillionUsd: 1000 };
    const spec = buildSpec({
      models: [remote(server, { price })],
      strategies: [{ kind: "single", n: 10 }],
      conditions: ["code"],
      decodings: [{ name: "t", temperature: 0.8, maxTokens: 50 }],
      replicate: 12,
      budgetUsd: 0.3,
    });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    const { experiment } = await untilProgress(id, (progress) => progress.experiment.status === "paused");
    await worker.stop();
    await server.stop();
    const spent = (await findExperiment(id))?.spentUsd ?? 0;
    expect(experiment.reason).toContain("budget of $0.30");
    expect(spent).toBeLessThanOrEqual(0.3);
    // Less than one request's most is left over.
    expect(spent).toBeGreaterThan(0.3 - 0.05 - 1e-9);
  }, 90_000);

  test("pauses with a sentence when the key is missing", async () => {
    const server = await startModel();
    const spec = buildSpec({
      models: [remote(server, { keyVariable: "NOT_SET_API_KEY" })],
      strategies: [{ kind: "single" }],
      conditions: ["code"],
      replicate: 13,
    });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    const { experiment } = await untilProgress(id, (progress) => progress.experiment.status === "paused");
    await worker.stop();
    await server.stop();
    expect(experiment.reason).toContain("NOT_SET_API_KEY");
    expect(await samplesOf(id)).toEqual([]);
  }, 60_000);

  test("keeps to the rate that a model allows", async () => {
    const server = await startModel();
    const spec = buildSpec({
      models: [remote(server, { limits: { requestsPerMinute: 600 } })],
      strategies: [{ kind: "single", n: 3 }],
      conditions: ["code"],
      replicate: 14,
    });
    const worker = await startExperimentWorker(plainServices());
    const started = Date.now();
    const id = await startExperiment(spec, new Date());
    await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    // 18 requests, one every 100 ms.
    expect(Date.now() - started).toBeGreaterThan(1_700);
  }, 60_000);
});
