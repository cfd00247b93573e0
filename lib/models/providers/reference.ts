import type { Answer, ProviderDefinition } from "../provider";
import { solutionAnswer } from "../solution-answer";

/** An answer of a stand-in, which has no tokens of its own. */
export function standInAnswer(text: string): Answer {
  return { text, reasoning: null, finishReason: "stop", promptTokens: null, answerTokens: null, logprobs: null, warnings: [] };
}

export const reference: ProviderDefinition<"reference"> = {
  id: "reference",
  title: "Reference (not a model)",
  description: "Answers with the benchmark's own solution, to rehearse an experiment: every sample should pass.",
  isStandIn: true,
  create: (_model, { problem }) => ({
    answer: async ({ onText }) => {
      const text = solutionAnswer(problem);
      onText?.(text);
      return standInAnswer(text);
    },
  }),
};
