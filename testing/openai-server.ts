import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { hashUnit } from "@/lib/models/hash-unit";

/** Everything that goes wrong between a client and a model's endpoint. */
export const faultNames = ["429", "500", "reset", "cut", "silent-end", "malformed", "not-json", "slow"] as const;
export type Fault = (typeof faultNames)[number];

const bodySchema = z.looseObject({
  model: z.string(),
  prompt: z.string().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).optional(),
  stream: z.boolean().default(false),
  logprobs: z.union([z.boolean(), z.number()]).optional(),
});
type Body = z.infer<typeof bodySchema>;

export type ServerSettings = {
  readonly seed: number;
  /** Text for a prompt; must depend on nothing else, so that a repeated request gets the same answer. */
  readonly answer: (prompt: string, body: Body) => string;
  /** Share of requests that meet each fault. */
  readonly faults?: Partial<Record<Fault, number>>;
  /** A request that failed so often is answered. */
  readonly mostFaultsInRow?: number;
  readonly latencyMs?: number;
  /** Awaited in the middle of every streamed answer. */
  readonly halfway?: () => Promise<void>;
  /** Requests without this key are refused with 401. */
  readonly key?: string;
  /** Requests for other models are refused with 404. */
  readonly models?: readonly string[];
  /** Seconds in the header of a 429. */
  readonly retryAfterSeconds?: number;
};

export type LoggedRequest = {
  /** Hash of the body: the same for a repeated request. */
  readonly key: string;
  readonly path: string;
  readonly body: string;
  readonly prompt: string;
  readonly authorization: string | undefined;
  readonly outcome: Fault | "answered" | "refused";
};

export type OpenAiServer = { readonly baseUrl: string; readonly requests: LoggedRequest[]; readonly stop: () => Promise<void> };

/** A server on the loopback that speaks the OpenAI protocol, chat and completions, with seeded faults. */
export async function startOpenAiServer(settings: ServerSettings): Promise<OpenAiServer> {
  const requests: LoggedRequest[] = [];
  const attempts = new Map<string, number>();
  const server = createServer((request, response) => {
    void respond({ request, response, settings, requests, attempts }).catch(() => response.destroy());
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
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, stop };
}

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  settings: ServerSettings;
  requests: LoggedRequest[];
  attempts: Map<string, number>;
};

async function respond({ request, response, settings, requests, attempts }: Exchange): Promise<void> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString("utf8");
  const path = request.url ?? "";
  const { authorization } = request.headers;
  const parsed = bodySchema.safeParse(JSON.parse(text));
  const isChat = path === "/v1/chat/completions";
  const refusal = refusalOf({ path, authorization, settings, body: parsed.success ? parsed.data : null });
  if (refusal !== null) {
    requests.push({ key: "", path, body: text, prompt: "", authorization, outcome: "refused" });
    return sendError(response, refusal);
  }
  if (!parsed.success || (!isChat && path !== "/v1/completions")) {
    requests.push({ key: "", path, body: text, prompt: "", authorization, outcome: "refused" });
    return sendError(response, { status: 400, message: "The request is not one of this protocol." });
  }
  const body = parsed.data;
  const prompt = body.prompt ?? (body.messages ?? []).map(({ content }) => content).join("\n\n");
  const key = createHash("sha256")
    .update(path + text)
    .digest("hex");
  const attempt = attempts.get(key) ?? 0;
  attempts.set(key, attempt + 1);
  const fault = chooseFault(settings, key, attempt);
  requests.push({ key, path, body: text, prompt, authorization, outcome: fault ?? "answered" });
  await wait(settings.latencyMs ?? 0);
  const answer = settings.answer(prompt, body);
  if (body.stream) return stream({ response, body, isChat, answer, fault, settings });
  return sendWhole({ response, body, isChat, answer, fault, settings });
}

type Asked = { path: string; authorization: string | undefined; settings: ServerSettings; body: Body | null };

function refusalOf({ path, authorization, settings, body }: Asked): { status: number; message: string } | null {
  const { key, models } = settings;
  if (!path.startsWith("/v1/")) return { status: 404, message: "Not Found" };
  if (key !== undefined && authorization !== `Bearer ${key}`) return { status: 401, message: "Incorrect API key provided." };
  if (models === undefined || body === null || models.includes(body.model)) return null;
  return { status: 404, message: `The model ${body.model} does not exist.` };
}

function chooseFault({ seed, faults = {}, mostFaultsInRow = 3 }: ServerSettings, key: string, attempt: number): Fault | null {
  if (attempt >= mostFaultsInRow) return null;
  let at = hashUnit("fault", seed, key, attempt);
  for (const name of faultNames) {
    at -= faults[name] ?? 0;
    if (at < 0) return name;
  }
  return null;
}

type Sending = {
  response: ServerResponse;
  body: Body;
  isChat: boolean;
  answer: string;
  fault: Fault | null;
  settings: ServerSettings;
};

function sendError(
  response: ServerResponse,
  { status, message, headers = {} }: { status: number; message: string; headers?: Record<string, string> },
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error: { message, type: "server_error", code: null } }));
}

/** Answers the faults that come before any content; says whether it did. */
async function failEarly({ response, fault, settings }: Sending): Promise<boolean> {
  if (fault === "429") {
    const headers = { "retry-after": String(settings.retryAfterSeconds ?? 0) };
    sendError(response, { status: 429, message: "Too many requests.", headers });
  } else if (fault === "500") sendError(response, { status: 500, message: "Something broke." });
  else if (fault === "reset") response.socket?.resetAndDestroy();
  else if (fault === "not-json") response.writeHead(200, { "content-type": "text/html" }).end("<html>Bad gateway</html>");
  else {
    if (fault === "slow") await wait(400);
    return false;
  }
  return true;
}

function usage(answer: string): Record<string, number> {
  const tokens = Math.ceil(answer.length / 4);
  return { prompt_tokens: 10, completion_tokens: tokens, total_tokens: 10 + tokens };
}

async function sendWhole(sending: Sending): Promise<void> {
  const { response, body, isChat, answer, fault } = sending;
  if (await failEarly(sending)) return;
  const choice = isChat ? { message: { role: "assistant", content: answer } } : { text: answer };
  const whole = JSON.stringify({
    id: "r",
    model: body.model,
    choices: [{ index: 0, ...choice, finish_reason: "stop" }],
    usage: usage(answer),
  });
  response.writeHead(200, { "content-type": "application/json" });
  if (fault === "cut" || fault === "silent-end") {
    response.write(whole.slice(0, whole.length / 2));
    response.destroy();
  } else response.end(fault === "malformed" ? `${whole.slice(0, -5)}]` : whole);
}

async function stream(sending: Sending): Promise<void> {
  const { response, body, isChat, answer, fault, settings } = sending;
  if (await failEarly(sending)) return;
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  const chunk = (piece: string, finish: string | null) => ({
    id: "r",
    model: body.model,
    choices: [{ index: 0, ...content(piece, { isChat, body }), finish_reason: finish }],
  });
  const pieces = answer.match(/[\s\S]{1,24}/g) ?? [];
  for (const [index, piece] of pieces.entries()) {
    if (index >= pieces.length / 2) {
      if (fault === "cut") return void response.socket?.resetAndDestroy();
      if (fault === "silent-end") return void response.end();
      if (fault === "malformed") return void response.end('data: {"choices": [{"delta"\n\n');
    }
    if (index === Math.floor(pieces.length / 2)) await settings.halfway?.();
    send(chunk(piece, null));
    if (fault === "slow") await wait(5);
  }
  send(chunk("", "stop"));
  send({ id: "r", model: body.model, choices: [], usage: usage(answer) });
  response.end("data: [DONE]\n\n");
}

function content(piece: string, { isChat, body }: { isChat: boolean; body: Body }): Record<string, unknown> {
  const wanted = body.logprobs !== undefined && body.logprobs !== false;
  if (isChat)
    return { delta: { content: piece }, ...(wanted ? { logprobs: { content: [{ token: piece, logprob: -0.25 }] } } : {}) };
  return { text: piece, ...(wanted ? { logprobs: { tokens: [piece], token_logprobs: [-0.25] } } : {}) };
}
