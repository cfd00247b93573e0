import { z } from "zod";
import type { Answer } from "./provider";

const chatChunk = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z.object({ content: z.array(z.object({ token: z.string(), logprob: z.number() })).nullish() }).nullish(),
      }),
    )
    .min(1),
});
const completionChunk = z.object({
  choices: z
    .array(
      z.object({ logprobs: z.object({ tokens: z.array(z.string()), token_logprobs: z.array(z.number().nullable()) }).nullish() }),
    )
    .min(1),
});

/** Log-probabilities from the chunks of an OpenAI-compatible stream, of either kind; null where there are none. */
export function readLogprobs(chunks: readonly unknown[]): Answer["logprobs"] {
  const found = chunks.flatMap((chunk) => {
    const chat = chatChunk.safeParse(chunk).data?.choices[0]?.logprobs?.content;
    if (chat) return chat.map(({ token, logprob }) => ({ token, logprob }));
    const completion = completionChunk.safeParse(chunk).data?.choices[0]?.logprobs;
    if (!completion) return [];
    return completion.tokens.flatMap((token, index) => {
      const logprob = completion.token_logprobs[index];
      return logprob === null || logprob === undefined ? [] : [{ token, logprob }];
    });
  });
  return found.length === 0 ? null : found;
}
