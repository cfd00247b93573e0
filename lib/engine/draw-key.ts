import { hashJson } from "@/lib/experiments/hash-json";
import type { Decoding } from "@/lib/experiments/schema";
import { hashUnit } from "@/lib/models/hash-unit";
import { isStandIn } from "@/lib/models/registry";
import type { Model } from "@/lib/models/schema";

/** What makes a model's answers its own; its title, price and limits do not. */
export function modelIdentity(model: Model): Record<string, string | number | boolean | null> {
  switch (model.provider) {
    case "openai-chat":
    case "openai-completion":
      return { provider: model.provider, baseUrl: model.baseUrl, modelName: model.modelName };
    case "anthropic":
    case "google":
      return { provider: model.provider, baseUrl: model.baseUrl, modelName: model.modelName };
    case "replay":
      return { provider: model.provider, source: model.source };
    case "reference":
      return { provider: model.provider };
    case "mutant":
      return { provider: model.provider, seed: model.seed, mistakeShare: model.mistakeShare, mendShare: model.mendShare };
  }
}

export type DrawPlace = {
  readonly model: Model;
  readonly decoding: Decoding;
  readonly promptId: string;
  readonly chain: number;
  readonly round: number;
  readonly replicate: number;
  readonly problemHash: string;
};

/**
 * The key of one answer: model, parameters, prompt, chain, round and replicate. Where all are equal the answer is asked for once, so arms
 * share it and a run that is repeated finds it. Stand-ins answer from the problem, so that it is in their key as well.
 */
export function drawKey({ model, decoding, promptId, chain, round, replicate, problemHash }: DrawPlace): string {
  const { temperature, topP, maxTokens, seed } = decoding;
  const parameters = { temperature, topP, maxTokens, seed, logprobs: "logprobs" in model && model.logprobs };
  const problem = isStandIn(model) ? problemHash : null;
  return hashJson({ model: modelIdentity(model), parameters, promptId, chain, round, replicate, problem });
}

/**
 * The seed that is sent: another for every chain and round, the same in all arms, so that equal prompts are answered alike and samples
 * of one arm are not copies of each other.
 */
export function requestSeed({
  decoding,
  chain,
  round,
  replicate,
}: Pick<DrawPlace, "decoding" | "chain" | "round" | "replicate">): number | null {
  if (decoding.seed === null) return null;
  return Math.floor(hashUnit("request", decoding.seed, chain, round, replicate) * 2 ** 31);
}
