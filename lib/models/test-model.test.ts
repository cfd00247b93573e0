import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Fault, type OpenAiServer, type ServerSettings, startOpenAiServer } from "@/testing/openai-server";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { type ModelInput, modelSchema } from "./schema";
import { testModel } from "./test-model";

let database: TestDatabase;
let server: OpenAiServer | null = null;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.stop());
afterEach(async () => {
  await server?.stop();
  server = null;
});

const signal = AbortSignal.timeout(60_000);

async function tried(settings: Partial<ServerSettings>, given: Record<string, unknown> = {}) {
  server = await startOpenAiServer({ seed: 1, answer: () => "ready", ...settings });
  const { path = "/v1", ...rest } = given;
  const baseUrl = `${new URL(server.baseUrl).origin}${String(path)}`;
  const model = modelSchema.parse({ provider: "openai-chat", id: "own", title: "Own", modelName: "m", baseUrl, ...rest });
  return testModel(model, signal);
}

test.each(["openai-chat", "openai-completion"])("%s: an answer with its latency and tokens", async (provider) => {
  const found = await tried({ models: ["m"] }, { provider });
  expect(found).toMatchObject({ works: true, answer: "ready", promptTokens: 10, answerTokens: 2 });
  expect(found.works && found.latencyMs).toBeGreaterThan(0);
});

test("a key that is refused names its variable; a missing one says where to set it", async () => {
  process.env.POLYTRACE_TEST_KEY = "wrong";
  expect(await tried({ key: "right" }, { keyVariable: "POLYTRACE_TEST_KEY" })).toMatchObject({
    kind: "refused-key",
    message: "The endpoint refused the key (401): Incorrect API key provided.",
    hint: expect.stringContaining("POLYTRACE_TEST_KEY"),
  });
  process.env.POLYTRACE_TEST_KEY = "right";
  await server?.stop();
  expect(await tried({ key: "right" }, { keyVariable: "POLYTRACE_TEST_KEY" })).toMatchObject({ works: true });
  delete process.env.POLYTRACE_TEST_KEY;
  await server?.stop();
  expect(await tried({ key: "right" })).toMatchObject({ hint: expect.stringContaining("No key was sent") });
  await server?.stop();
  expect(await tried({ key: "right" }, { keyVariable: "POLYTRACE_TEST_KEY" })).toMatchObject({ kind: "missing-key" });
});

test("a model that is not there, and an address at which nothing is, are told apart", async () => {
  expect(await tried({ models: ["other"] })).toMatchObject({
    message: 'The endpoint has no model "m" (404): The model m does not exist.',
  });
  await server?.stop();
  const found = await tried({}, { path: "/api" });
  expect(found).toMatchObject({
    message: expect.stringMatching(/^There is nothing at http:\/\/127\.0\.0\.1:\d+\/api\/chat\/completions \(404\)/),
    hint: expect.stringContaining("/v1"),
  });
});

test.each<[Fault, string, RegExp]>([
  ["500", "server", /^The endpoint failed \(500\)/],
  ["429", "rate-limit", /too many requests reach it \(429\)/],
  ["reset", "network", /./],
  ["cut", "network", /./],
  ["silent-end", "network", /ended without/],
  ["malformed", "malformed", /./],
])("%s: is told as %s, once, without trying again", async (fault, kind, message) => {
  const found = await tried({ faults: { [fault]: 1 }, mostFaultsInRow: 9, answer: () => "ready ".repeat(40) });
  expect(found).toMatchObject({ works: false, kind, message: expect.stringMatching(message), hint: expect.any(String) });
  expect(server?.requests).toHaveLength(1);
});

test("a port that no request is sent to is not told as a broken connection", async () => {
  const model: ModelInput = {
    provider: "openai-chat",
    id: "own",
    title: "Own",
    modelName: "m",
    baseUrl: "http://127.0.0.1:4190/v1",
  };
  const found = await testModel(modelSchema.parse(model), signal);
  expect(found).toMatchObject({ works: false, hint: expect.stringContaining("port 4190 is one that HTTP clients refuse") });
});

test("nobody listens", async () => {
  const gone = await startOpenAiServer({ seed: 1, answer: () => "" });
  await gone.stop();
  const model: ModelInput = { provider: "openai-chat", id: "own", title: "Own", modelName: "m", baseUrl: gone.baseUrl };
  expect(await testModel(modelSchema.parse(model), signal)).toMatchObject({
    kind: "network",
    hint: `Nothing listens at ${new URL(gone.baseUrl).host}. Is the server running, and reachable from this machine?`,
  });
});

test("a replay of nothing says so", async () => {
  const model = modelSchema.parse({ provider: "replay", id: "again", title: "Again", source: "nowhere" });
  expect(await testModel(model, signal)).toMatchObject({ works: false, kind: "missing-answer" });
});
