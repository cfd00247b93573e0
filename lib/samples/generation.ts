import { z } from "zod";

export const generationSchema = z.object({
  key: z.string(),
  promptId: z.string(),
  text: z.string(),
  reasoning: z.string().nullable(),
  finishReason: z.enum(["stop", "length", "content-filter", "other"]),
  promptTokens: z.int().nullable(),
  answerTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  latencyMs: z.number(),
  attempts: z.int(),
});
/** One answer of a model as stored. */
export type Generation = z.infer<typeof generationSchema>;
