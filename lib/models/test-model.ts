import type { ModelTest } from "./api-schema";
import { countImportedSamples } from "./data";
import { describeTrouble } from "./describe-trouble";
import type { AnswerRequest } from "./provider";
import { ProviderError } from "./provider-error";
import { createProvider, isStandIn } from "./registry";
import type { Model } from "./schema";

const TIMEOUT_MS = 30_000;
const QUESTION = "Answer with the single word: ready";

/** Asks a model for one word, once. What goes wrong is the answer, not an error. */
export async function testModel(model: Model, signal: AbortSignal): Promise<ModelTest> {
  if (isStandIn(model)) return testStandIn(model);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const prompt: AnswerRequest["prompt"] =
    model.provider === "openai-completion"
      ? { kind: "completion", text: `${QUESTION}\n`, stop: ["\n"] }
      : { kind: "chat", messages: [{ role: "user", content: QUESTION }] };
  const services = { fetch, environment: process.env, problem: null, findImportedAnswer: () => Promise.resolve(null) };
  const started = performance.now();
  try {
    const answer = await createProvider(model, services).answer({
      prompt,
      decoding: { temperature: 0, topP: null, maxTokens: 64, seed: null },
      position: { chain: 0, round: 1 },
      signal: AbortSignal.any([signal, timeout]),
    });
    const { promptTokens, answerTokens } = answer;
    const text = answer.text.trim();
    return {
      works: true,
      answer: text === "" ? `(no text; it ended with "${answer.finishReason}")` : text,
      latencyMs: Math.round(performance.now() - started),
      promptTokens,
      answerTokens,
    };
  } catch (error) {
    if (error instanceof ProviderError) return { works: false, kind: error.kind, ...describeTrouble(model, error) };
    if (timeout.aborted && !signal.aborted)
      return {
        works: false,
        kind: "timeout",
        message: `No answer came within ${TIMEOUT_MS / 1000} s.`,
        hint: "The server took the request and did not answer. It may be loading the model: try again in a while.",
      };
    throw error;
  }
}

async function testStandIn(model: Model): Promise<ModelTest> {
  const counts = { latencyMs: 0, promptTokens: null, answerTokens: null };
  if (model.provider !== "replay") return { works: true, answer: "A stand-in needs no connection.", ...counts };
  const answers = await countImportedSamples(model.source);
  if (answers > 0) return { works: true, answer: `The import holds ${answers.toLocaleString("en")} answers.`, ...counts };
  return {
    works: false,
    kind: "missing-answer",
    message: `No imported arm is called "${model.source}", or it holds no answers.`,
    hint: "Import the generations first, then choose their arm here.",
  };
}
