import type { FrozenSpec } from "@/lib/experiments/schema";
import { isStandIn } from "@/lib/models/registry";
import type { Model } from "@/lib/models/schema";
import type { WeighedGroup } from "./plan";
import type { Assumptions, PlannedModel, Range } from "./plan-schema";

type Input = {
  readonly model: Model;
  readonly spec: FrozenSpec;
  readonly groups: readonly WeighedGroup[];
  readonly assumptions: Assumptions;
};

/** Requests, tokens, cost and time of one model; the most counts every round and every answer at its full length. */
export function planModel({ model, groups, assumptions }: Input): PlannedModel {
  const total = (weigh: (group: WeighedGroup) => Range): Range =>
    groups
      .map(weigh)
      .reduce((sum, part) => ({ expected: sum.expected + part.expected, most: sum.most + part.most }), { expected: 0, most: 0 });
  const requests = total(({ expected, most }) => ({ expected, most }));
  const promptTokens = total((group) => ({
    expected: group.expected * group.promptTokens,
    most: group.most * group.promptTokens,
  }));
  const answerTokens = total((group) => ({
    expected: group.expected * Math.min(assumptions.answerTokens, group.maxTokens),
    most: group.most * group.maxTokens,
  }));
  const costUsd = isStandIn(model) ? { expected: 0, most: 0 } : costOf(model, promptTokens, answerTokens);
  const seconds = {
    expected: secondsOf({
      model,
      requests: requests.expected,
      tokens: promptTokens.expected + answerTokens.expected,
      assumptions,
    }),
    most: secondsOf({ model, requests: requests.most, tokens: promptTokens.most + answerTokens.most, assumptions }),
  };
  return { model: model.id, requests, promptTokens, answerTokens, costUsd, seconds };
}

function costOf({ price }: Model, prompt: Range, answer: Range): Range | null {
  if (price === null) return null;
  const cost = (promptTokens: number, answerTokens: number) =>
    (promptTokens * price.inputPerMillionUsd + answerTokens * price.outputPerMillionUsd) / 1e6;
  return { expected: cost(prompt.expected, answer.expected), most: cost(prompt.most, answer.most) };
}

type Load = { readonly model: Model; readonly requests: number; readonly tokens: number; readonly assumptions: Assumptions };

function secondsOf({ model, requests, tokens, assumptions }: Load): number {
  // Stand-ins answer at once.
  if (isStandIn(model)) return 0;
  const { concurrency, requestsPerMinute, tokensPerMinute } = model.limits;
  return Math.max(
    (requests * assumptions.secondsPerAnswer) / concurrency,
    requestsPerMinute === null ? 0 : (requests * 60) / requestsPerMinute,
    tokensPerMinute === null ? 0 : (tokens * 60) / tokensPerMinute,
  );
}
