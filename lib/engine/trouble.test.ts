import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeStatus, findExperiment, resetErrors } from "@/lib/experiments/data";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { buildSpec } from "@/testing/build-spec";
import { plainServices } from "@/testing/engine-services";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { isOver, remote, samplesOf, saveNumberedProblems, startModel } from "@/testing/numbered-problems";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await saveNumberedProblems();
}, 60_000);
afterAll(() => database.stop());

describe("trouble", () => {
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
    expect(await resetErrors(id)).toBe(6);
    // The server answers a request that failed three times.
    const after = await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    expect(after.units).toEqual({ pending: 0, done: 6, error: 0 });
    expect(after.arms[0]).toMatchObject({ infrastructure: 0, chainsDone: 6, samples: 6 });
  }, 90_000);

  test("asks again only for what failed", async () => {
    const server = await startModel({ "500": 0.5 });
    const spec = buildSpec({
      models: [remote(server)],
      strategies: [{ kind: "single", n: 4 }],
      conditions: ["code"],
      replicate: 15,
      maxAttempts: 1,
    });
    const worker = await startExperimentWorker(plainServices({ sleep: async () => undefined }));
    const id = await startExperiment(spec, new Date());
    await untilProgress(id, isOver);
    const before = await samplesOf(id);
    const failed = before.filter(({ verdict }) => verdict === "infrastructure").length;
    expect(failed).toBeGreaterThan(3);
    expect(failed).toBeLessThan(21);
    expect(server.requests).toHaveLength(24);
    expect(await resetErrors(id)).toBe(failed);
    await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    expect(server.requests).toHaveLength(24 + failed);
    const names = (samples: typeof before) => samples.map(({ taskId, chain, generationKey }) => [taskId, chain, generationKey]);
    const after = await samplesOf(id);
    expect(after).toHaveLength(24);
    expect(names(after)).toEqual(expect.arrayContaining(names(before.filter(({ verdict }) => verdict !== "infrastructure"))));
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
