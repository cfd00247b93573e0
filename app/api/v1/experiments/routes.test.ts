import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "@/prisma/seed";
import { plainServices } from "@/testing/engine-services";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { samplesOf } from "@/testing/numbered-problems";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import * as benchmark from "../benchmarks/[id]/problems/route";
import * as benchmarks from "../benchmarks/route";
import * as model from "../models/[id]/route";
import * as modelTest from "../models/[id]/test/route";
import * as models from "../models/route";
import * as actions from "./[id]/actions/route";
import * as experiment from "./[id]/route";
import * as sample from "./[id]/sample/route";
import * as specification from "./[id]/spec/route";
import * as plan from "./plan/route";
import * as experiments from "./route";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seed();
}, 60_000);
afterAll(() => database.stop());

const address = "http://localhost/api/v1/experiments";
const get = (query = "") => new Request(`${address}${query}`);
const send = (body: unknown, method = "POST") =>
  new Request(address, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const named = (id: string) => ({ params: Promise.resolve({ id }) });
const read = async (response: Response) => ({ status: response.status, body: JSON.parse(await response.text()) });

const yaml = `
name: Over HTTP
benchmarks: [{ slug: polytrace-mini, subset: { kinds: [synthesis], difficulties: [easy] } }]
models: [mutant]
conditions: [code, feedback]
strategies: [{ kind: sequential, n: 2, rounds: 2 }]
decodings: [{ name: t, temperature: 0.8 }]
`;

describe("models", () => {
  test("are listed with the kinds of providers, and keep no key", async () => {
    const { body } = await read(await models.GET(get(), undefined));
    expect(body.models.map(({ id }: { id: string }) => id)).toEqual(["mutant", "reference"]);
    expect(body.providers).toHaveLength(7);
  });

  test("are set up once, changed, tested and removed", async () => {
    const own = { provider: "openai-chat", id: "own", title: "Own", modelName: "m", baseUrl: "http://127.0.0.1:9/v1" };
    expect((await models.POST(send(own), undefined)).status).toBe(201);
    expect((await models.POST(send(own), undefined)).status).toBe(409);
    expect((await model.PUT(send({ ...own, title: "Changed" }, "PUT"), named("own"))).status).toBe(200);
    expect((await model.PUT(send(own, "PUT"), named("other"))).status).toBe(422);
    expect((await read(await modelTest.POST(send({}), named("own")))).body).toMatchObject({ works: false, kind: "network" });
    expect((await read(await modelTest.POST(send({}), named("mutant")))).body).toMatchObject({ works: true });
    expect((await model.DELETE(get(), named("own"))).status).toBe(204);
    expect((await model.DELETE(get(), named("own"))).status).toBe(404);
  });

  test("with a variable that is no key's are refused", async () => {
    const bad = {
      provider: "openai-chat",
      id: "bad",
      title: "B",
      modelName: "m",
      baseUrl: "http://x.example/v1",
      keyVariable: "DATABASE_URL",
    };
    const { status, body } = await read(await models.POST(send(bad), undefined));
    expect([status, body.error.code]).toEqual([422, "invalid_input"]);
  });
});

test("benchmarks are listed, their problems without the tests", async () => {
  const { body } = await read(await benchmarks.GET(get(), undefined));
  const [mini] = body.benchmarks;
  expect(mini).toMatchObject({ slug: "polytrace-mini", title: "Polytrace Mini" });
  const page = await read(await benchmark.GET(get("?from=2&count=3"), named(encodeURIComponent(mini.id))));
  expect(page.body.problems.map(({ position }: { position: number }) => position)).toEqual([2, 3, 4]);
  expect(JSON.stringify(page.body)).not.toContain("arguments");
  expect((await benchmark.GET(get(), named("gone"))).status).toBe(404);
});

describe("experiments", () => {
  test("are planned without being stored", async () => {
    const { status, body } = await read(await plan.POST(send({ yaml, assumptions: { failingShare: 1 } }), undefined));
    expect(status).toBe(200);
    expect(body.plan.totals).toMatchObject({ arms: 2, problems: 3, requests: { most: 6 + 2 * 6 } });
    expect(body.plan.contrasts[0].sentence).toContain("Cannot be significant at this N");
    expect(body.yaml).toContain(body.specHash);
    expect((await read(await experiments.GET(get(), undefined))).body.experiments).toEqual([]);
  });

  test("with faults are refused with their places", async () => {
    const { status, body } = await read(await experiments.POST(send({ yaml: yaml.replace("mutant", "gpt-9") }), undefined));
    expect(status).toBe(422);
    expect(body.error.message).toContain('models.0: the model "gpt-9" is not set up here');
    expect((await experiments.POST(send({ yaml: "}" }), undefined)).status).toBe(422);
  });

  test("are run, watched, read and deleted", async () => {
    const started = await read(await experiments.POST(send({ yaml }), undefined));
    expect(started.status).toBe(201);
    const { id } = started.body;
    expect((await experiment.DELETE(get(), named(id))).status).toBe(409);
    expect((await read(await actions.POST(send({ action: "pause" }), named(id)))).body.experiment.status).toBe("paused");
    expect((await actions.POST(send({ action: "pause" }), named(id))).status).toBe(409);
    expect((await actions.POST(send({ action: "resume" }), named(id))).status).toBe(200);
    const worker = await startExperimentWorker(plainServices());
    await untilProgress(id, (progress) => progress.experiment.status === "completed");
    await actions.POST(
      send({ action: "raise-samples", raises: [{ strategy: "sequential:2-rounds:history-last", n: 3 }] }),
      named(id),
    );
    const progress = await untilProgress(id, ({ experiment: { status } }) => status === "completed");
    await worker.stop();
    expect(progress.arms.map(({ chains, chainsDone }) => [chains, chainsDone])).toEqual([
      [9, 9],
      [9, 9],
    ]);
    // Two rounds each: what the first ones pass or fail is no chain's end.
    const samples = await samplesOf(id);
    const ended = progress.arms.map((arm) => samples.filter(({ armId, final }) => armId === arm.id && final));
    expect(progress.arms.map(({ chainsPassed }) => chainsPassed)).toEqual(
      ended.map((own) => own.filter(({ verdict }) => verdict === "passed").length),
    );
    expect(samples.length).toBeGreaterThan(18);
    expect((await read(await experiment.GET(get(), named(id)))).body.units).toEqual({ pending: 0, done: 3, error: 0 });
    const text = await (await specification.GET(get(), named(id))).text();
    expect(text).toContain("n: 3");
    const arm = progress.arms[0]?.id ?? "";
    const query = new URLSearchParams({ arm, task: "mini/synthesis/clock_sum", chain: "0", round: "0" });
    const detail = await read(await sample.GET(get(`?${query}`), named(id)));
    expect(detail.body.prompt.messages[0].content).toContain("clock_sum(start, minutes)");
    expect(detail.body.answer).toContain("def clock_sum");
    expect(detail.body.full.tests.length).toBeGreaterThan(3);
    expect((await experiment.DELETE(get(), named(id))).status).toBe(204);
    expect((await experiment.GET(get(), named(id))).status).toBe(404);
  }, 60_000);
});
