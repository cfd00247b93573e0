import { z } from "zod";
import { modelSchema, providerNameSchema } from "./schema";

export const providerDescriptionSchema = z.object({
  id: providerNameSchema,
  title: z.string(),
  description: z.string(),
  /** Not a model, but a plainly named rehearsal of one. */
  isStandIn: z.boolean(),
});

export type ProviderDescription = z.infer<typeof providerDescriptionSchema>;

export const modelListSchema = z.object({
  models: z.array(modelSchema),
  providers: z.array(providerDescriptionSchema),
  /** Whether each variable that a model names is set where this server runs; never its value. */
  keys: z.record(z.string(), z.boolean()),
});
export type ModelList = z.infer<typeof modelListSchema>;
export const modelOutcomeSchema = z.object({ id: z.string() });

export const modelTestSchema = z.discriminatedUnion("works", [
  z.object({
    works: z.literal(true),
    answer: z.string(),
    latencyMs: z.number(),
    promptTokens: z.int().nullable(),
    answerTokens: z.int().nullable(),
  }),
  z.object({
    works: z.literal(false),
    kind: z.string(),
    message: z.string(),
    /** What to look at, in a sentence; null where the message says it all. */
    hint: z.string().nullable(),
  }),
]);
/** Whether a model answers, and how fast; or why it does not. */
export type ModelTest = z.infer<typeof modelTestSchema>;
