import { type LanguageModel, streamText } from "ai";
import type { Answer, AnswerRequest, FinishReason } from "./provider";
import { ProviderError } from "./provider-error";
import { readLogprobs } from "./read-logprobs";
import { toProviderError } from "./to-provider-error";

// The SDK prints its warnings; the engine keeps them with the answer.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

export type StreamOptions = {
  readonly model: LanguageModel;
  readonly request: AnswerRequest;
  readonly providerOptions?: Record<string, Record<string, boolean | number>>;
};

/** Asks through the AI SDK, streamed, once. An answer that ends without saying that it is finished was cut, and is an error. */
export async function streamAnswer({ model, request, providerOptions }: StreamOptions): Promise<Answer> {
  const { prompt, decoding, signal, onText } = request;
  const messages = prompt.kind === "chat" ? prompt.messages.filter(({ role }) => role !== "system") : [];
  const system = prompt.kind === "chat" ? prompt.messages.filter(({ role }) => role === "system") : [];
  const result = streamText({
    model,
    ...(system.length > 0 ? { instructions: system.map(({ content }) => content).join("\n\n") } : {}),
    messages: prompt.kind === "chat" ? messages.map(toMessage) : [{ role: "user", content: prompt.text }],
    temperature: decoding.temperature,
    topP: decoding.topP ?? undefined,
    maxOutputTokens: decoding.maxTokens,
    seed: decoding.seed ?? undefined,
    maxRetries: 0,
    abortSignal: signal,
    providerOptions,
    include: { rawChunks: true },
    // Without a handler of ours the SDK writes every error to the console; it comes as a part of the stream as well.
    onError: () => undefined,
  });
  return collect(result.fullStream, { signal, onText });
}

function toMessage({ role, content }: { role: "system" | "user" | "assistant"; content: string }) {
  return role === "assistant" ? { role, content } : { role: "user" as const, content };
}

type Parts = ReturnType<typeof streamText>["fullStream"];
type Watch = Pick<AnswerRequest, "signal" | "onText">;

async function collect(parts: Parts, { signal, onText }: Watch): Promise<Answer> {
  const answer = { text: "", reasoning: "", warnings: new Set<string>() };
  const raw: unknown[] = [];
  let end: Pick<Answer, "finishReason" | "promptTokens" | "answerTokens"> | null = null;
  try {
    for await (const part of parts) {
      if (part.type === "text-delta") {
        answer.text += part.text;
        onText?.(part.text);
      } else if (part.type === "reasoning-delta") answer.reasoning += part.text;
      else if (part.type === "raw") raw.push(part.rawValue);
      else if (part.type === "start-step")
        for (const warning of part.warnings.filter(isOurs)) answer.warnings.add(JSON.stringify(warning));
      else if (part.type === "error") throw part.error;
      else if (part.type === "finish-step" && part.rawFinishReason !== undefined) end = toEnd(part);
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw toProviderError(error, Date.now());
  }
  if (signal.aborted) throw signal.reason;
  if (end === null)
    throw new ProviderError("network", "The answer was cut: the stream ended before it said that it was finished.");
  const { text, reasoning, warnings } = answer;
  return { text, reasoning: reasoning === "" ? null : reasoning, ...end, logprobs: readLogprobs(raw), warnings: [...warnings] };
}

/** The SDK always sets a tool choice, about which base models complain. */
function isOurs(warning: { type: string; feature?: string }): boolean {
  return warning.feature !== "toolChoice";
}

type Finish = { finishReason: string; usage: { inputTokens: number | undefined; outputTokens: number | undefined } };

function toEnd({ finishReason, usage }: Finish): Pick<Answer, "finishReason" | "promptTokens" | "answerTokens"> {
  const known: readonly FinishReason[] = ["stop", "length", "content-filter"];
  return {
    finishReason: known.find((reason) => reason === finishReason) ?? "other",
    promptTokens: usage.inputTokens ?? null,
    answerTokens: usage.outputTokens ?? null,
  };
}
