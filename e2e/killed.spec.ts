import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Client } from "pg";
import type { z } from "zod";
import { type Progress, planOutcomeSchema, progressSchema } from "@/lib/experiments/api-schema";
import { hashUnit } from "@/lib/models/hash-unit";
import { createKillableProduct, type KillableProduct } from "@/testing/killable-product";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";

const KILLS = 20;
const PROBLEMS = 60;
const CONCURRENCY = 6;
const strategies = (candidates: number) => [
  { kind: "sequential", n: 1, rounds: 3 },
  { kind: "parallel", n: candidates, selection: "majority" },
];
const specification = (baseUrl: string, candidates: number) => ({
  name: "Killed",
  benchmarks: [{ slug: "numbers" }],
  models: [
    { provider: "openai-chat", id: "remote", title: "Remote", modelName: "m", baseUrl, limits: { concurrency: CONCURRENCY } },
  ],
  conditions: ["code", "trace:next"],
  strategies: strategies(candidates),
  decodings: [{ name: "t0.8", temperature: 0.8 }],
});
const faults = {
  "429": 0.03,
  "500": 0.03,
  reset: 0.02,
  cut: 0.03,
  "silent-end": 0.02,
  malformed: 0.03,
  "not-json": 0.02,
  slow: 0.05,
};

let model: OpenAiServer;
let product: KillableProduct;
test.describe.configure({ timeout: 1_800_000 });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  model = await startOpenAiServer({
    seed: 2,
    latencyMs: 100,
    faults,
    mostFaultsInRow: 2,
    // Always wrong on the visible test, so that every planned round takes place.
    answer: (prompt) => `\`\`\`python\ndef add_${/add_(\d+)/.exec(prompt)?.[1]}(n):\n    return n\n\`\`\``,
  });
  product = await createKillableProduct(4312);
  const file = test.info().outputPath("numbers.jsonl");
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, Array.from({ length: PROBLEMS }, (_, index) => JSON.stringify(numberedRow(index))).join("\n"));
  await product.command("benchmark", "import", file, "--slug", "numbers");
  await product.start();
});
test.afterAll(async () => {
  await product.stop();
  await model.stop();
});

function numberedRow(index: number) {
  return {
    task_id: `add-${index}`,
    prompt: `Write add_${index}(n) that returns n + ${index + 2}.`,
    entry_point: `add_${index}`,
    reference: `def add_${index}(n):\n    return n + ${index + 2}\n`,
    tests: [
      { arguments: "1", expected: String(index + 3), visible: true },
      { arguments: "9", expected: String(index + 11) },
    ],
  };
}

function send(address: string, body?: unknown): Promise<Response> {
  const asked = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return fetch(`${product.baseUrl}/api/v1/experiments${address}`, { ...asked, headers: { "content-type": "application/json" } });
}

/** Asked again while the server is away; any answer but a good one is a failure. */
async function ask<Schema extends z.ZodType>(address: string, schema: Schema, body?: unknown): Promise<z.infer<Schema>> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const response = await send(address, body).catch(() => null);
    if (response !== null) {
      expect(response.ok, `${address}: ${response.status}`).toBe(true);
      return schema.parse(await response.json());
    }
    expect(Date.now(), "The server did not come back.").toBeLessThan(deadline);
    await wait(50);
  }
}

async function until(id: string, isThere: (progress: Progress) => boolean): Promise<Progress> {
  const deadline = Date.now() + 600_000;
  for (;;) {
    const progress = await ask(`/${id}`, progressSchema);
    if (isThere(progress)) return progress;
    expect(Date.now(), JSON.stringify(progress.units)).toBeLessThan(deadline);
    await wait(100);
  }
}

const storedOf = ({ arms }: Progress) => arms.reduce((sum, arm) => sum + arm.samples, 0);
const raise = { action: "raise-samples", raises: [{ strategy: "parallel:majority", n: 3 }] };

/** What a researcher asks for just when everything dies may have happened or not; asked again, it has. */
async function settle(id: string): Promise<void> {
  const { experiment } = await ask(`/${id}`, progressSchema);
  if (experiment.status === "paused") await ask(`/${id}/actions`, progressSchema, { action: "resume" });
}

test(`a run whose server and worker are killed ${KILLS} times, four times with the database, loses and doubles nothing`, async () => {
  const { plan } = await ask("/plan", planOutcomeSchema, {
    spec: specification(model.baseUrl, 3),
    assumptions: { failingShare: 1 },
  });
  const started = await send("", { spec: specification(model.baseUrl, 2) });
  const { id } = await started.json();
  let stored = 0;
  for (let killed = 1; killed <= KILLS; killed += 1) {
    const progress = await until(id, (now) => storedOf(now) > stored || now.experiment.status === "completed");
    // A run that was over before all kills would show nothing.
    expect(progress.experiment.status).toBe("running");
    stored = storedOf(progress);
    process.stdout.write(`kill ${killed}: ${stored} samples, ${Math.round(performance.now() / 1000)} s\n`);
    await wait(400 * hashUnit("kill", killed));
    const cutOff = killed === 7 ? { action: "pause" } : killed === 12 ? raise : null;
    const action = cutOff === null ? null : send(`/${id}/actions`, cutOff).catch(() => null);
    await wait(cutOff === null ? 0 : 15);
    await product.kill(killed % 5 === 0 ? "everything" : "server-and-worker");
    await action;
    await product.start();
    if (cutOff !== null) await settle(id);
  }
  const { strategies: raised } = await ask(`/${id}`, progressSchema);
  if (!raised.some(({ n }) => n === 3)) await ask(`/${id}/actions`, progressSchema, raise);
  const { units } = await until(id, ({ experiment }) => experiment.status === "completed");
  expect(units).toEqual({ pending: 0, done: PROBLEMS, error: 0 });

  const counts = await countStored();
  expect(counts).toMatchObject({ samples: plan.totals.samples.most, names: plan.totals.samples.most, failed: counts.samples });
  // Equal requests were stored once: as many answers as the plan has requests, and none that belongs to no sample.
  expect(counts).toMatchObject({
    answers: plan.totals.requests.most,
    used: counts.answers,
    choices: PROBLEMS * 2,
    wrongCounts: 0,
  });
  const answered = model.requests.filter(({ outcome }) => outcome === "answered" || outcome === "slow").length;
  // A request is answered twice only when its worker was killed with the answer on the way: at most what was under way then.
  expect(answered - counts.answers).toBeLessThanOrEqual(KILLS * CONCURRENCY);
  expect(model.requests.every(({ body }) => body.includes('"stream":true'))).toBe(true);
  const met = new Set(model.requests.map(({ outcome }) => outcome));
  expect([...met].sort()).toEqual([...Object.keys(faults), "answered"].sort());
  process.stdout.write(
    `${counts.samples} samples, ${counts.answers} answers stored of ${answered} given, ${model.requests.length} requests\n`,
  );
});

/** What the database holds in the end, past all code of the product. */
async function countStored() {
  const client = new Client({ connectionString: product.databaseUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT
    (SELECT count(*)::int FROM "Sample") AS samples,
    (SELECT count(*)::int FROM (SELECT DISTINCT "armId", "taskId", "chain", "round" FROM "Sample") s) AS names,
    (SELECT count(*)::int FROM "Sample" WHERE "verdict" = 'failed') AS failed,
    (SELECT count(*)::int FROM "Generation") AS answers,
    (SELECT count(DISTINCT "generationKey")::int FROM "Sample") AS used,
    (SELECT count(*)::int FROM "Choice") AS choices,
    (SELECT count(*)::int FROM (
      SELECT "armId", "taskId", "round", count(*)::int AS samples FROM "Sample" GROUP BY 1, 2, 3) s
      FULL JOIN "ArmCount" c USING ("armId", "taskId", "round") WHERE s.samples IS DISTINCT FROM c."samples") AS "wrongCounts"`);
  await client.end();
  return rows[0];
}
