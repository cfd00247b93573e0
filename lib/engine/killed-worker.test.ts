import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveBenchmark } from "@/lib/benchmarks/data";
import { applyMigrations } from "@/lib/database/apply-migrations";
import { closeDatabase, databaseUrl, getDatabase } from "@/lib/database/client";
import { planSpec } from "@/lib/experiments/plan-spec";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { hashUnit } from "@/lib/models/hash-unit";
import { buildProblem } from "@/testing/build-problem";
import { buildSpec } from "@/testing/build-spec";
import { untilProgress } from "@/testing/experiment-worker";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";

const KILLS = 20;
const PROBLEMS = 40;
const source = { fileName: "numbers.jsonl", sha256: null, importerVersion: null };

let folder: string;
let database: ChildProcess;
let server: OpenAiServer;
let newest: ChildProcess | null = null;
const before = { url: process.env.DATABASE_URL, folder: process.env.POLYTRACE_DATA_DIR };

/** The embedded database as the server starts it: a process of its own, data on disk. */
async function startDatabaseProcess(): Promise<ChildProcess> {
  const child = fork("scripts/database.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, POLYTRACE_DATA_DIR: folder },
  });
  await once(child, "message");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-killed-"));
  delete process.env.DATABASE_URL;
  process.env.POLYTRACE_DATA_DIR = folder;
  database = await startDatabaseProcess();
  await applyMigrations(databaseUrl());
  server = await startOpenAiServer({
    seed: 2,
    latencyMs: 120,
    faults: { "429": 0.03, "500": 0.03, reset: 0.02, cut: 0.03, "silent-end": 0.02, malformed: 0.03, slow: 0.05 },
    mostFaultsInRow: 2,
    // Always wrong on the visible test, so that every planned round takes place.
    answer: (prompt) => `\`\`\`python\ndef add_${/add_(\d+)/.exec(prompt)?.[1]}(n):\n    return n\n\`\`\``,
  });
  const problems = Array.from({ length: PROBLEMS }, (_, index) =>
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
          arguments: "9",
          expected: String(index + 11),
          collect: "none",
          tolerance: null,
        },
      ],
    }),
  );
  await saveBenchmark({ slug: "numbers", title: "Numbers", format: "problems", source, problems });
}, 120_000);
afterAll(async () => {
  // A test that failed half-way leaves its worker.
  newest?.kill("SIGKILL");
  await server.stop();
  await closeDatabase();
  await kill(database);
  await rm(folder, { recursive: true });
  if (before.url !== undefined) process.env.DATABASE_URL = before.url;
  if (before.folder === undefined) delete process.env.POLYTRACE_DATA_DIR;
  else process.env.POLYTRACE_DATA_DIR = before.folder;
});

function startWorkerProcess(): ChildProcess {
  const node = path.resolve("node_modules/.bin/node");
  newest = spawn(node, ["--import", "tsx", "scripts/worker.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  return newest;
}

/** Until the worker has stored something more, so that every kill comes in the middle of work. */
async function untilMore(id: string, samples: number): Promise<number> {
  const { arms } = await untilProgress(
    id,
    (progress) =>
      progress.arms.reduce((sum, arm) => sum + arm.samples, 0) > samples || progress.experiment.status === "completed",
    150_000,
  );
  return arms.reduce((sum, arm) => sum + arm.samples, 0);
}

test(`a run whose worker is killed ${KILLS} times, four times with the database, loses and doubles nothing`, async () => {
  const spec = buildSpec({
    benchmarks: [{ slug: "numbers" }],
    models: [
      {
        provider: "openai-chat",
        id: "remote",
        title: "Remote",
        modelName: "m",
        baseUrl: server.baseUrl,
        limits: { concurrency: 6 },
      },
    ],
    conditions: ["code", "trace:next"],
    strategies: [
      { kind: "sequential", n: 2, rounds: 3 },
      { kind: "parallel", n: 2, selection: "majority" },
    ],
  });
  const { plan } = await planSpec(spec, { failingShare: 1 });
  const id = await startExperiment(spec, new Date());
  let stored = 0;
  let killed = 0;
  for (; killed < KILLS; killed += 1) {
    const worker = startWorkerProcess();
    stored = await untilMore(id, stored);
    process.stdout.write(`kill ${killed + 1}: ${stored} samples, ${Math.round(performance.now() / 1000)} s\n`);
    await new Promise((resolve) => setTimeout(resolve, 400 * hashUnit("kill", killed)));
    const { status } = await getDatabase().experiment.findUniqueOrThrow({ where: { id } });
    // Every fifth time everything goes at once, as when the machine loses power: the database first, in the middle of writing.
    if (killed % 5 === 4) {
      await kill(database);
      await kill(worker);
      await closeDatabase();
      database = await startDatabaseProcess();
    } else await kill(worker);
    // A run that was over before all kills would show nothing.
    expect(status).toBe("running");
  }
  const worker = startWorkerProcess();
  await untilProgress(id, ({ experiment }) => experiment.status === "completed", 180_000);
  worker.kill("SIGTERM");
  await once(worker, "exit");

  const samples = await getDatabase().sample.findMany();
  const names = new Set(samples.map(({ armId, taskId, chain, round }) => JSON.stringify([armId, taskId, chain, round])));
  expect(names.size).toBe(samples.length);
  expect(samples).toHaveLength(plan.totals.samples.most);
  expect(samples.filter(({ verdict }) => verdict !== "failed")).toEqual([]);
  // Equal requests were stored once: as many answers as the plan has requests, and no answer that belongs to no sample.
  const generations = await getDatabase().generation.findMany({ select: { key: true } });
  expect(generations).toHaveLength(plan.totals.requests.most);
  const used = new Set(samples.map(({ generationKey }) => generationKey));
  expect(generations.every(({ key }) => used.has(key))).toBe(true);
  // A request is answered twice only when its worker was killed with the answer on the way: at most what was under way then.
  const answered = server.requests.filter(({ outcome }) => outcome === "answered" || outcome === "slow").length;
  expect(answered - generations.length).toBeLessThanOrEqual(KILLS * 6);
  expect(await getDatabase().choice.count()).toBe(PROBLEMS * 2);
  process.stdout.write(
    `${samples.length} samples, ${generations.length} answers stored of ${answered} given, ${server.requests.length} requests\n`,
  );
}, 1_200_000);
