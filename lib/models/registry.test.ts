import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProblem } from "@/testing/build-problem";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";
import type { AnswerRequest, ProviderServices } from "./provider";
import { ProviderError } from "./provider-error";
import { createProvider, isStandIn, listProviders } from "./registry";
import { type Model, type ModelInput, modelSchema } from "./schema";

const SECRET = "key-that-only-the-environment-has";
const answerText = "Here it is:\n```python\ndef double(n):\n    return n + n\n```\n";

/** An endpoint that answers every request alike: a status with headers and a body, or a stream of server-sent events. */
async function startEndpoint(status: number, body: string, headers: Record<string, string> = {}) {
  const seen: { authorization: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece);
    const authorization = JSON.stringify([
      request.headers.authorization,
      request.headers["x-api-key"],
      request.headers["x-goog-api-key"],
    ]);
    seen.push({ authorization, body: Buffer.concat(pieces).toString() });
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}/v1`, seen, stop };
}

function events(...values: readonly Record<string, unknown>[]): string {
  return values
    .map((value) => `${value.type === undefined ? "" : `event: ${String(value.type)}\n`}data: ${JSON.stringify(value)}\n\n`)
    .join("");
}

const openAiChunk = (content: object, finish_reason: string | null) => ({ choices: [{ index: 0, ...content, finish_reason }] });
const streams = {
  "openai-chat": events(openAiChunk({ delta: { content: answerText } }, null), openAiChunk({ delta: {} }, "stop"), {
    choices: [],
    usage: { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 },
  }),
  "openai-completion": events(openAiChunk({ text: answerText }, null), openAiChunk({ text: "" }, "stop"), {
    choices: [],
    usage: { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 },
  }),
  anthropic: events(
    {
      type: "message_start",
      message: {
        id: "m",
        type: "message",
        role: "assistant",
        model: "m",
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 7, output_tokens: 1 },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: answerText } },
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 9 } },
    { type: "message_stop" },
  ),
  google: events({
    candidates: [{ content: { role: "model", parts: [{ text: answerText }] }, finishReason: "STOP", index: 0 }],
    usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 9, totalTokenCount: 16 },
  }),
} as const;

function modelOf(provider: Model["provider"], url: string): Model {
  const common = { id: provider, title: provider };
  const remote = { ...common, modelName: "m-1", baseUrl: url, keyVariable: "TEST_API_KEY" };
  const inputs: Record<Model["provider"], ModelInput> = {
    "openai-chat": { provider: "openai-chat", ...remote },
    "openai-completion": { provider: "openai-completion", ...remote },
    anthropic: { provider: "anthropic", ...remote },
    google: { provider: "google", ...remote },
    replay: { provider: "replay", ...common, source: "some arm" },
    reference: { provider: "reference", ...common },
    mutant: { provider: "mutant", ...common, mistakeShare: 1 },
  };
  return modelSchema.parse(inputs[provider]);
}

function services(given: Partial<ProviderServices> = {}): ProviderServices {
  return {
    fetch,
    environment: { TEST_API_KEY: SECRET, ANTHROPIC_API_KEY: "wrong", GOOGLE_GENERATIVE_AI_API_KEY: "wrong" },
    problem: buildProblem(),
    findImportedAnswer: async () => answerText,
    ...given,
  };
}

function ask(given: Partial<AnswerRequest> = {}): AnswerRequest {
  return {
    prompt: { kind: "chat", messages: [{ role: "user", content: "Write double(n)." }] },
    decoding: { temperature: 0.5, topP: null, maxTokens: 100, seed: null },
    position: { chain: 0, round: 1 },
    signal: AbortSignal.timeout(20_000),
    ...given,
  };
}

const remote = ["openai-chat", "openai-completion", "anthropic", "google"] as const;

describe("every provider", () => {
  test("has its own name and says whether it is a model", () => {
    const all = listProviders();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { title, isStandIn } of all) expect(title.includes("not a model")).toBe(isStandIn);
  });

  test.each(listProviders().map(({ id }) => id))("%s answers with text that it also streams", async (id) => {
    const name = remote.find((provider) => provider === id);
    const endpoint = await startEndpoint(200, name === undefined ? "" : streams[name], { "content-type": "text/event-stream" });
    let streamed = "";
    const answer = await createProvider(modelOf(id, endpoint.url), services()).answer(
      ask({ onText: (piece) => (streamed += piece) }),
    );
    await endpoint.stop();
    expect(answer.text).not.toBe("");
    expect(streamed).toBe(answer.text);
    expect(answer.finishReason).toBe("stop");
    expect(endpoint.seen).toHaveLength(name === undefined ? 0 : 1);
    if (name === undefined) return;
    expect(answer.text).toBe(answerText);
    expect([answer.promptTokens, answer.answerTokens]).toEqual([7, 9]);
    expect(endpoint.seen[0]?.authorization).toContain(SECRET);
    expect(endpoint.seen[0]?.body).toContain("Write double(n).");
  });
});

describe.each(remote)("%s", (id) => {
  test.each([
    [401, "refused-key", false],
    [400, "bad-request", false],
    [429, "rate-limit", true],
    [500, "server", true],
    [503, "server", true],
  ] as const)("turns status %i into %s", async (status, kind, isPassing) => {
    const body = JSON.stringify({ type: "error", error: { message: "no", type: "x", code: status, status: "X" } });
    const endpoint = await startEndpoint(status, body, { "content-type": "application/json", "retry-after": "3" });
    const failed = await createProvider(modelOf(id, endpoint.url), services())
      .answer(ask())
      .catch((error: unknown) => error);
    await endpoint.stop();
    expect(failed).toBeInstanceOf(ProviderError);
    expect(failed).toMatchObject({ kind, isPassing, retryAfterMs: status === 429 || status === 503 ? 3000 : null });
    // One request: repeating is the engine's business.
    expect(endpoint.seen).toHaveLength(1);
  });

  test("a stream that ends before it says so is not an answer", async () => {
    const cut = streams[id].slice(0, streams[id].indexOf("\n\n") + 2).replace('"finishReason":"STOP",', "");
    const endpoint = await startEndpoint(200, cut, { "content-type": "text/event-stream" });
    const failed = await createProvider(modelOf(id, endpoint.url), services())
      .answer(ask())
      .catch((error: unknown) => error);
    await endpoint.stop();
    expect(failed).toBeInstanceOf(ProviderError);
    expect(failed).toMatchObject({ isPassing: true });
  });

  test("a missing key is said by the variable's name and nothing is sent", async () => {
    const endpoint = await startEndpoint(200, streams[id], { "content-type": "text/event-stream" });
    const failed = await createProvider(modelOf(id, endpoint.url), services({ environment: {} }))
      .answer(ask())
      .catch((error: unknown) => error);
    await endpoint.stop();
    expect(failed).toMatchObject({ kind: "missing-key", message: expect.stringContaining("TEST_API_KEY"), isPassing: false });
    expect(endpoint.seen).toHaveLength(0);
  });

  test("nobody there is a passing error", async () => {
    const endpoint = await startEndpoint(200, "");
    await endpoint.stop();
    const failed = await createProvider(modelOf(id, endpoint.url), services())
      .answer(ask())
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ kind: "network", isPassing: true });
  });

  test("an aborted request throws the signal's reason", async () => {
    const endpoint = await startEndpoint(200, streams[id], { "content-type": "text/event-stream" });
    const reason = new Error("paused");
    const failed = await createProvider(modelOf(id, endpoint.url), services())
      .answer(ask({ signal: AbortSignal.abort(reason) }))
      .catch((error: unknown) => error);
    await endpoint.stop();
    expect(failed).toBe(reason);
  });
});

describe("an endpoint that speaks the OpenAI protocol", () => {
  let server: OpenAiServer;
  beforeAll(async () => {
    server = await startOpenAiServer({ seed: 1, answer: () => answerText });
  });
  afterAll(() => server.stop());

  test("a base model gets the prompt as it is written, with its stop texts and nothing else", async () => {
    const prompt = { kind: "completion", text: 'def double(n):\n    """Twice n."""\n', stop: ["\ndef", "\nclass"] } as const;
    await createProvider(modelOf("openai-completion", server.baseUrl), services()).answer(
      ask({ prompt: { ...prompt, stop: [...prompt.stop] } }),
    );
    const sent: unknown = JSON.parse(server.requests.at(-1)?.body ?? "");
    expect(sent).toMatchObject({ prompt: prompt.text, stop: prompt.stop, max_tokens: 100, temperature: 0.5 });
    expect(server.requests.at(-1)?.path).toBe("/v1/completions");
  });

  test.each(["openai-chat", "openai-completion"] as const)("%s keeps log-probabilities where asked for", async (id) => {
    const model = modelOf(id, server.baseUrl);
    const withThem = id === "openai-chat" || id === "openai-completion" ? modelSchema.parse({ ...model, logprobs: true }) : model;
    const plain = await createProvider(model, services()).answer(ask());
    const answer = await createProvider(withThem, services()).answer(ask());
    expect(plain.logprobs).toBeNull();
    expect(answer.logprobs?.map(({ token }) => token).join("")).toBe(answerText);
  });

  test("a seed is sent only when there is one", async () => {
    const provider = createProvider(modelOf("openai-chat", server.baseUrl), services());
    await provider.answer(ask());
    expect(JSON.parse(server.requests.at(-1)?.body ?? "")).not.toHaveProperty("seed");
    await provider.answer(ask({ decoding: { temperature: 0, topP: 0.9, maxTokens: 5, seed: 42 } }));
    expect(JSON.parse(server.requests.at(-1)?.body ?? "")).toMatchObject({ seed: 42, top_p: 0.9 });
  });
});

test.each(["429", "500", "reset", "cut", "silent-end", "malformed", "not-json"] as const)(
  "the fault %s is a passing error, and the next try of the same request is answered",
  async (fault) => {
    const server = await startOpenAiServer({ seed: 1, answer: () => answerText, faults: { [fault]: 1 }, mostFaultsInRow: 1 });
    for (const id of ["openai-chat", "openai-completion"] as const) {
      const provider = createProvider(modelOf(id, server.baseUrl), services());
      const failed = await provider.answer(ask()).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(ProviderError);
      expect(failed).toMatchObject({ isPassing: true });
      expect((await provider.answer(ask())).text).toBe(answerText);
    }
    await server.stop();
  },
);

describe("stand-ins", () => {
  test("are the three that say so", () => {
    expect(
      listProviders()
        .filter((provider) => provider.isStandIn)
        .map(({ id }) => id),
    ).toEqual(["replay", "reference", "mutant"]);
    expect(isStandIn(modelOf("mutant", ""))).toBe(true);
  });

  test("the reference is the benchmark's own solution", async () => {
    const answer = await createProvider(modelOf("reference", ""), services()).answer(ask());
    expect(answer.text).toBe("```python\ndef double(n):\n    return n + n\n```");
  });

  test("a mutant makes the same mistake for the same seed, another for another chain, and none where its share is 0", async () => {
    const long = buildProblem({
      reference: "def double(n):\n    total = 0\n    for step in range(2):\n        total += n * 1 + 0\n    return total\n",
    });
    const answer = async (seed: number, chain: number, mistakeShare: number) => {
      const model = modelSchema.parse({ provider: "mutant", id: "mutant", title: "m", seed, mistakeShare });
      return (await createProvider(model, services({ problem: long })).answer(ask({ position: { chain, round: 1 } }))).text;
    };
    expect(await answer(1, 0, 1)).toBe(await answer(1, 0, 1));
    expect(await answer(1, 0, 1)).not.toContain(long.reference?.trim());
    expect(
      new Set([await answer(1, 0, 1), await answer(1, 1, 1), await answer(1, 2, 1), await answer(1, 3, 1)]).size,
    ).toBeGreaterThan(1);
    expect(await answer(1, 0, 0)).toContain(long.reference?.trim());
  });

  test("a replay without an answer says which one is missing", async () => {
    const provider = createProvider(modelOf("replay", ""), services({ findImportedAnswer: async () => null }));
    await expect(provider.answer(ask({ position: { chain: 2, round: 1 } }))).rejects.toThrow(
      'The import "some arm" holds no answer for this problem at sample 3, round 1.',
    );
  });
});
