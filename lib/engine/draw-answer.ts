import { countRetry } from "@/lib/experiments/data";
import { hashJson } from "@/lib/experiments/hash-json";
import type { Decoding } from "@/lib/experiments/schema";
import type { Answer, Provider } from "@/lib/models/provider";
import { ProviderError } from "@/lib/models/provider-error";
import { isStandIn } from "@/lib/models/registry";
import type { Model } from "@/lib/models/schema";
import { findGeneration, saveGeneration } from "@/lib/samples/data";
import type { Generation } from "@/lib/samples/generation";
import { storableText } from "@/lib/samples/storable-text";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { type Ask, askModel, requireRoom } from "./ask-model";
import { backOffMs } from "./back-off";
import { type Budget, costUsd } from "./budget";
import { drawKey, requestSeed } from "./draw-key";
import type { ModelGate } from "./model-gate";
import { promptText } from "./prompts/prompt";
import type { EngineServices } from "./services";
import { HopelessError } from "./stop-requested";

export type Drawing = {
  readonly experimentId: string;
  readonly model: Model;
  readonly decoding: Decoding;
  readonly replicate: number;
  readonly maxAttempts: number;
  readonly problemHash: string;
  readonly provider: Provider;
  readonly gate: ModelGate;
  readonly budget: Budget;
  readonly services: Pick<EngineServices, "now" | "sleep">;
  readonly signal: AbortSignal;
  /** Throws a StopRequested when nothing new is to be started. */
  readonly checkpoint: () => Promise<void>;
  /** Requests that are under way in this process, by key. */
  readonly underWay: Map<string, Promise<Generation>>;
};

/**
 * The answer to a prompt for a chain and round: the stored one, the one that is just being asked for, or a new one. Only here are requests
 * limited, repeated, paid for and stored. Throws a ProviderError when no answer comes after all attempts.
 */
export async function drawAnswer(drawing: Drawing, ask: Ask): Promise<Generation> {
  const { model, decoding, replicate, problemHash, underWay } = drawing;
  const promptId = hashJson(ask.prompt);
  const key = drawKey({ model, decoding, promptId, chain: ask.chain, round: ask.round, replicate, problemHash });
  const asked = underWay.get(key);
  if (asked !== undefined) return asked;
  const draw = findGeneration(key).then((stored) => stored ?? askAndStore(drawing, ask, { key, promptId }));
  underWay.set(key, draw);
  return draw.finally(() => underWay.delete(key));
}

type Name = { readonly key: string; readonly promptId: string };
type Weight = { readonly promptTokens: number; readonly mostUsd: number };

async function askAndStore(drawing: Drawing, ask: Ask, name: Name): Promise<Generation> {
  const { model, decoding } = drawing;
  const tokenizer = await loadTokenizer(model.tokenizer);
  const promptTokens = tokenizer.count(promptText(ask.prompt));
  requireRoom(drawing, promptTokens);
  const mostUsd = isStandIn(model) ? 0 : (costUsd(model.price, promptTokens, decoding.maxTokens) ?? 0);
  const release = await drawing.budget.reserve(mostUsd);
  try {
    const { answer, attempts, latencyMs } = await askRepeatedly(drawing, ask, { ...name, promptTokens, mostUsd });
    return await store(drawing, ask, {
      ...name,
      answer,
      attempts,
      latencyMs,
      promptTokens,
      answerTokens: tokenizer.count(answer.text),
    });
  } finally {
    release();
  }
}

type Asked = { readonly answer: Answer; readonly attempts: number; readonly latencyMs: number };

async function askRepeatedly(drawing: Drawing, ask: Ask, { key, promptTokens }: Name & Weight): Promise<Asked> {
  const { gate, maxAttempts, services, signal, checkpoint, decoding } = drawing;
  for (let attempt = 1; ; attempt += 1) {
    await checkpoint();
    const leave = await gate.enter(promptTokens + decoding.maxTokens, signal);
    const started = services.now();
    try {
      await checkpoint();
      const answer = await askModel(drawing, ask);
      return { answer, attempts: attempt, latencyMs: services.now() - started };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.kind === "missing-key" || error.kind === "refused-key")
        throw new HopelessError(`${drawing.model.title}: ${error.message}`);
      if (!error.isPassing || attempt >= maxAttempts) throw error;
      const wait = backOffMs(attempt, key, error.retryAfterMs);
      if (error.kind === "rate-limit") gate.block(error.retryAfterMs ?? wait);
      leave();
      await countRetry(drawing.experimentId, error.message);
      await services.sleep(wait, signal);
    } finally {
      leave();
    }
  }
}

type Counted = Name & Asked & { readonly promptTokens: number; readonly answerTokens: number };

function store(
  { experimentId, model, decoding, replicate }: Drawing,
  { prompt, chain, round }: Ask,
  counted: Counted,
): Promise<Generation> {
  const { key, promptId, answer, attempts, latencyMs } = counted;
  const promptTokens = answer.promptTokens ?? counted.promptTokens;
  const answerTokens = answer.answerTokens ?? counted.answerTokens;
  const { temperature, topP, maxTokens } = decoding;
  const seed = requestSeed({ decoding, chain, round, replicate });
  return saveGeneration({
    key,
    promptId,
    prompt,
    chain,
    round,
    modelId: model.id,
    experimentId,
    parameters: { temperature, topP, maxTokens, seed, replicate, warnings: [...answer.warnings] },
    text: storableText(answer.text),
    reasoning: answer.reasoning === null ? null : storableText(answer.reasoning),
    finishReason: answer.finishReason,
    promptTokens,
    answerTokens,
    costUsd: isStandIn(model) ? 0 : costUsd(model.price, promptTokens, answerTokens),
    latencyMs,
    attempts,
    logprobs: answer.logprobs,
  });
}
