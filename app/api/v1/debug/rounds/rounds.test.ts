import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listProblems, saveBenchmark } from "@/lib/benchmarks/data";
import { type RoundEvent, type RoundRequest, roundEventSchema } from "@/lib/debug/schema";
import { servicesOf } from "@/lib/engine/create-services";
import { promptText } from "@/lib/engine/prompts/prompt";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { readJsonLines } from "@/lib/http/read-json-lines";
import { saveModel } from "@/lib/models/data";
import { modelSchema } from "@/lib/models/schema";
import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { getServerState } from "@/lib/recordings/server-state";
import { seed } from "@/prisma/seed";
import { buildProblem } from "@/testing/build-problem";
import { buildSpec } from "@/testing/build-spec";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";
import { postJson, routeContext, startApi, type TestApi } from "@/testing/start-api";
import * as recordings from "../../recordings/[id]/route";
import * as problemRoute from "../problems/[id]/route";
import * as rounds from "./route";

/** Stands in every hidden part of the problem and nowhere else. */
const CANARY = "918273645";
const source = { fileName: "totals.jsonl", sha256: null, importerVersion: null };
const given = "def total(values):\n    result = 0\n    for value in values:\n        result = value\n    return result\n";
const right = "def total(values):\n    return sum(values)\n";
const call = (id: string, visible: boolean, args: string, expected: string) => {
  const suite = visible ? ("example" as const) : ("base" as const);
  return { id, suite, visible, kind: "call" as const, arguments: args, expected, collect: "none" as const, tolerance: null };
};
const repair = buildProblem({
  taskId: "repair-total",
  kind: "repair",
  prompt: "total(values) adds all values.",
  entryPoint: "total",
  starter: given,
  reference: `def total(values):\n    # ${CANARY}\n    return sum(values)\n`,
  tests: [call("v0", true, "[]", "0"), call("v1", true, "[1, 2]", "3"), call("h0", false, `[${CANARY}, 1]`, "918273646")],
});

/** Wrong twice, then right; what it says depends on the prompt alone. */
function answer(prompt: string): string {
  if (prompt.includes("say nothing")) return "I would rather not.";
  const attempts = prompt.match(/^Attempt \d/gm)?.length ?? 0;
  const start = ["1", "2"][attempts];
  const program = start === undefined ? right : `def total(values):\n    return ${start} + sum(values)\n`;
  return `Here it is, attempt by attempt and in many words.\n\n\`\`\`python\n${program}\`\`\`\n`;
}

let api: TestApi;
let server: OpenAiServer;
let id: string;

const setup: RoundRequest["setup"] = {
  model: "remote",
  condition: "trace:next",
  rounds: 4,
  history: "all",
  firstRound: "treated",
  temperature: 0.2,
  maxTokens: 512,
  chain: 0,
};

const remote = (change: Record<string, unknown> = {}) =>
  modelSchema.parse({
    provider: "openai-chat",
    id: "remote",
    title: "Remote",
    modelName: "m",
    baseUrl: server.baseUrl,
    ...change,
  });

beforeAll(async () => {
  api = await startApi();
  await seed();
  server = await startOpenAiServer({ seed: 1, answer });
  await saveModel(remote());
  const benchmark = await saveBenchmark({ slug: "totals", title: "Totals", format: "problems", source, problems: [repair] });
  id = (await listProblems(benchmark.id))[0]?.id ?? "";
}, 60_000);
afterAll(async () => {
  await server.stop();
  await api.stop();
});

type Asked = Partial<Omit<RoundRequest, "setup">> & { setup?: Partial<RoundRequest["setup"]> };

function ask(asked: Asked, signal?: AbortSignal): Promise<Response> {
  const body = { problem: { kind: "benchmark", id }, round: 1, earlier: [], ...asked, setup: { ...setup, ...asked.setup } };
  return rounds.POST(postJson("/api/v1/debug/rounds", body, { signal }), undefined);
}

async function listen(response: Response): Promise<RoundEvent[]> {
  if (response.body === null) throw new Error("no body");
  return Array.fromAsync(readJsonLines(response.body, roundEventSchema));
}

function told<T extends RoundEvent["type"]>(events: readonly RoundEvent[], type: T): Extract<RoundEvent, { type: T }> {
  const found = events.find((event): event is Extract<RoundEvent, { type: T }> => event.type === type);
  if (found === undefined) throw new Error(`Nothing told of ${type}: ${JSON.stringify(events.at(-1))}`);
  return found;
}

/** Rounds one after the other, each sent what the ones before it said, until the chain ends. */
async function followChain(change: Partial<RoundRequest["setup"]>): Promise<RoundEvent[][]> {
  const all: RoundEvent[][] = [];
  const earlier: { program: string | null; visible: Extract<RoundEvent, { type: "visible" }>["verdict"] }[] = [];
  for (let round = 1; ; round += 1) {
    const events = await listen(await ask({ setup: change, round, earlier }));
    all.push(events);
    earlier.push({ program: told(events, "program").program, visible: told(events, "visible").verdict });
    if (told(events, "done").ends !== null) return all;
  }
}

describe("a round", () => {
  test("tells prompt, answer piece by piece, program, verdicts and the failing run, in this order", async () => {
    const events = await listen(await ask({}));
    const order = events.map(({ type }) => type).filter((type, index, types) => type !== types[index - 1]);
    expect(order).toEqual(["prompt", "text", "answer", "program", "visible", "full", "recording", "done"]);
    const pieces = events.flatMap((event) => (event.type === "text" ? [event.text] : []));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe(told(events, "answer").text);
    const { delivery, trace } = told(events, "prompt");
    expect(delivery).toMatchObject({ wanted: true, present: true, checked: "call-and-result", identicalToControl: false });
    expect(trace).toContain("# (");
    expect(told(events, "program").program).toBe("def total(values):\n    return 1 + sum(values)\n");
    expect(told(events, "visible")).toMatchObject({ passes: false, verdict: { verdict: "failed" } });
    expect(told(events, "full").verdict.tests.map(({ visible }) => visible)).toEqual([true, true, false]);
    expect(told(events, "done").ends).toBeNull();
  });

  test("keeps the failing run as a recording that can be opened", async () => {
    const events = await listen(await ask({ round: 0 }));
    expect(events.map(({ type }) => type)).toEqual(["program", "visible", "full", "recording", "done"]);
    const { run } = told(events, "recording");
    expect(run).toMatchObject({ test: 1, isSame: true });
    const request = new Request("http://localhost:3000/api/v1/recordings/x", { headers: { host: "localhost:3000" } });
    const opened = await recordings.GET(request, routeContext({ id: run?.recording.id ?? "" }));
    expect(await opened.json()).toMatchObject({
      header: { entry: { kind: "call", expression: "total([1, 2])" }, source: given },
    });
  });

  test("ends the chain when visible tests pass, and says so of the last round that is allowed", async () => {
    const chain = await followChain({});
    expect(chain.map((events) => told(events, "done").ends)).toEqual([null, null, "visible-passed"]);
    expect(told(chain.at(-1) ?? [], "full").verdict.verdict).toBe("passed");
    const short = await followChain({ rounds: 2 });
    expect(short.map((events) => told(events, "done").ends)).toEqual([null, "rounds"]);
  });

  test("without a program in the answer is no_code, which the next prompt says", async () => {
    const tests = { kind: "asserts" as const, code: "assert total([1, 2]) == 3" };
    const problem = { kind: "own" as const, problem: { description: "total(values) adds; say nothing", program: given, tests } };
    const first = await listen(await ask({ problem }));
    expect(told(first, "program").program).toBeNull();
    expect(told(first, "full").verdict.verdict).toBe("no_code");
    expect(told(first, "recording")).toMatchObject({ run: null, absence: "There is no program to record." });
    const earlier = [{ program: null, visible: told(first, "visible").verdict }];
    const second = told(await listen(await ask({ problem, round: 2, earlier })), "prompt");
    expect(promptText(second.prompt)).toContain("Attempt 1: the answer held no Python program.");
    expect(second.delivery).toMatchObject({ wanted: true, present: false, absence: "The answer held no program." });
  });
});

test("a chain on the page asks the very requests that an experiment asks, and no hidden test is in them", async () => {
  server.requests.length = 0;
  for (const condition of ["feedback", "trace:next", "explain"]) await followChain({ condition });
  const byHand = server.requests.map(({ body }) => body).toSorted();
  expect(byHand).toHaveLength(9);
  server.requests.length = 0;
  const worker = await startExperimentWorker(servicesOf(await getRunnerPool()));
  const spec = buildSpec({
    benchmarks: [{ slug: "totals" }],
    models: [remote()],
    conditions: ["feedback", "trace:next", "explain"],
    strategies: [{ kind: "sequential", n: 1, rounds: 4, history: "all", firstRound: "treated" }],
    decodings: [{ name: "t", temperature: 0.2, maxTokens: 512 }],
  });
  const experiment = await startExperiment(spec, new Date());
  await untilProgress(experiment, ({ experiment: { status } }) => status === "completed");
  await worker.stop();
  expect(server.requests.map(({ body }) => body).toSorted()).toEqual(byHand);
  expect(byHand.join("")).not.toContain(CANARY);
}, 120_000);

describe("what goes wrong is said with what to do", () => {
  const failing = async (change: Record<string, unknown>, asked: Asked = {}) => {
    await saveModel(remote({ id: "failing", title: "Failing", ...change }));
    return told(await listen(await ask({ ...asked, setup: { ...asked.setup, model: "failing" } })), "failed");
  };

  test("a model that cannot be reached", async () => {
    const { code, advice } = await failing({ baseUrl: "http://127.0.0.1:9/v1" });
    expect([code, advice]).toEqual(["network", expect.stringContaining("http://127.0.0.1:9/v1")]);
  });

  test("a key that is not set", async () => {
    const { code, message, advice } = await failing({ keyVariable: "NOBODY_SET_THIS_KEY" });
    expect(code).toBe("missing-key");
    expect(message).toContain("NOBODY_SET_THIS_KEY");
    expect(advice).toContain("Set NOBODY_SET_THIS_KEY");
  });

  test("a prompt that leaves no room for the answer", async () => {
    expect(await failing({ contextTokens: 520 })).toMatchObject({ code: "bad-request" });
  });

  test("a problem, a model or an adapter that is not here, a stand-in for an own program, tests that are none", async () => {
    const status = async (asked: Asked) => (await ask(asked)).status;
    const own = {
      description: "",
      program: given,
      tests: { kind: "calls" as const, rows: [{ call: "total([1])", expected: "1" }] },
    };
    expect(await status({ problem: { kind: "benchmark", id: "nowhere" } })).toBe(404);
    expect(await status({ setup: { model: "nobody" } })).toBe(404);
    expect(await status({ problem: { kind: "own", problem: own }, setup: { model: "mutant" } })).toBe(422);
    const two = { ...own, tests: { kind: "calls" as const, rows: [...own.tests.rows, { call: "other(1)", expected: "1" }] } };
    const refused = await ask({ problem: { kind: "own", problem: two } });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("All calls must be of one function; these are of total and other.");
  });
});

test("a server that others can reach sends no key that its operator did not name", async () => {
  await saveModel(remote({ id: "keyed", keyVariable: "SOME_API_KEY" }));
  const before = process.env.HOST;
  process.env.HOST = "0.0.0.0";
  try {
    expect((await ask({ setup: { model: "keyed" } })).status).toBe(403);
  } finally {
    if (before === undefined) delete process.env.HOST;
    else process.env.HOST = before;
  }
});

test("who leaves ends the round: the model's request is closed, and the place in the line is free again", async () => {
  const closed = Promise.withResolvers<string>();
  const endless = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const piece = { id: "r", model: "m", choices: [{ index: 0, delta: { content: "more " }, finish_reason: null }] };
    const timer = setInterval(() => response.write(`data: ${JSON.stringify(piece)}\n\n`), 20);
    response.on("close", () => {
      clearInterval(timer);
      closed.resolve("closed");
    });
  }).listen(0, "127.0.0.1");
  await once(endless, "listening");
  const address = endless.address();
  const port = typeof address === "object" ? address?.port : 0;
  await saveModel(remote({ id: "endless", baseUrl: `http://127.0.0.1:${port}/v1` }));
  const leaving = new AbortController();
  const response = await ask({ setup: { model: "endless" } }, leaving.signal);
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.read();
  expect(getServerState().clients.get("debug test")).toBe(1);
  leaving.abort();
  expect(await closed.promise).toBe("closed");
  await expect.poll(() => getServerState().clients.get("debug test") ?? 0).toBe(0);
  endless.close();
});

test("a problem is shown without its hidden tests and its solution", async () => {
  const request = new Request(`http://localhost:3000/api/v1/debug/problems/${id}`, { headers: { host: "localhost:3000" } });
  const shown = await (await problemRoute.GET(request, routeContext({ id }))).text();
  expect(JSON.parse(shown)).toMatchObject({
    taskId: "repair-total",
    starter: given,
    hiddenTests: 1,
    benchmark: { slug: "totals" },
  });
  expect(shown).not.toContain(CANARY);
});
