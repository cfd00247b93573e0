import type { Problem } from "@/lib/benchmarks/schema";
import type { Prompt } from "@/lib/engine/prompts/prompt";
import type { Model } from "./schema";

export type Decoding = {
  readonly temperature: number;
  readonly topP: number | null;
  readonly maxTokens: number;
  /** Sent where the provider takes one. */
  readonly seed: number | null;
};

export type AnswerRequest = {
  readonly prompt: Prompt;
  readonly decoding: Decoding;
  /** Which answer this is; only stand-ins look at it. Chains count from 0, rounds from 1; round 0 asks for tests. */
  readonly position: { readonly chain: number; readonly round: number };
  readonly signal: AbortSignal;
  /** Called with every piece of text as it arrives. */
  readonly onText?: (piece: string) => void;
};

export type FinishReason = "stop" | "length" | "content-filter" | "other";

export type Answer = {
  readonly text: string;
  readonly reasoning: string | null;
  readonly finishReason: FinishReason;
  /** As the provider counted them; null where it does not say. */
  readonly promptTokens: number | null;
  readonly answerTokens: number | null;
  /** Log-probability of each answer token, where asked for and given. */
  readonly logprobs: readonly { readonly token: string; readonly logprob: number }[] | null;
  /** Settings that the provider changed or ignored, in its words. */
  readonly warnings: readonly string[];
};

/** Translates between the engine and one kind of endpoint. It does not retry, cache, limit, count money or log. */
export type Provider = {
  /** Throws a `ProviderError` for whatever goes wrong, or the signal's reason when it was aborted. */
  readonly answer: (request: AnswerRequest) => Promise<Answer>;
};

export type ProviderServices = {
  readonly fetch: typeof fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The problem that is asked about; only stand-ins may look at it. */
  readonly problem: Problem | null;
  /** The imported answer of an arm for a problem, or null; only `replay` asks. */
  readonly findImportedAnswer: (source: string, position: { chain: number; round: number }) => Promise<string | null>;
};

export type ProviderDefinition<Name extends Model["provider"] = Model["provider"]> = {
  readonly id: Name;
  readonly title: string;
  readonly description: string;
  /** A stand-in answers from the problem and not from the prompt: equal prompts of two problems have different answers. */
  readonly isStandIn: boolean;
  readonly create: (model: Extract<Model, { provider: Name }>, services: ProviderServices) => Provider;
};
