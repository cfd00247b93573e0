import type { Decoding } from "@/lib/experiments/schema";
import type { Answer, Provider } from "@/lib/models/provider";
import { ProviderError } from "@/lib/models/provider-error";
import type { Model } from "@/lib/models/schema";
import { requestSeed } from "./draw-key";
import type { Prompt } from "./prompts/prompt";

export type Ask = { readonly prompt: Prompt; readonly chain: number; readonly round: number };

export type Asking = {
  readonly provider: Provider;
  readonly model: Model;
  readonly decoding: Decoding;
  readonly replicate: number;
  readonly signal: AbortSignal;
  /** Called with every piece of text as it arrives. */
  readonly onText?: (piece: string) => void;
};

/** Throws a ProviderError when prompt and longest answer do not fit into the model's context together. */
export function requireRoom({ model, decoding }: Pick<Asking, "model" | "decoding">, promptTokens: number): void {
  if (model.contextTokens === null || promptTokens + decoding.maxTokens <= model.contextTokens) return;
  const message = `The prompt has ${promptTokens} tokens, which with ${decoding.maxTokens} for the answer exceeds the context of ${model.contextTokens}.`;
  throw new ProviderError("bad-request", message);
}

/** Asks once, with the seed of the chain and round, for as long as the model may take. Throws a ProviderError or the signal's reason. */
export async function askModel(asking: Asking, { prompt, chain, round }: Ask): Promise<Answer> {
  const { provider, model, decoding, replicate, signal, onText } = asking;
  const timeout = AbortSignal.timeout(model.limits.timeoutMs);
  const { temperature, topP, maxTokens } = decoding;
  const seed = requestSeed({ decoding, chain, round, replicate });
  try {
    return await provider.answer({
      prompt,
      decoding: { temperature, topP, maxTokens, seed },
      position: { chain, round },
      signal: AbortSignal.any([signal, timeout]),
      ...(onText === undefined ? {} : { onText }),
    });
  } catch (error) {
    if (timeout.aborted && !signal.aborted) {
      throw new ProviderError("timeout", `No whole answer came within ${model.limits.timeoutMs / 1000} s.`);
    }
    throw error;
  }
}
