import { z } from "zod";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { promptSchema } from "@/lib/engine/prompts/prompt";
import { deliverySchema } from "@/lib/samples/schema";
import { specInputSchema } from "./api-schema";

export const problemPlaceSchema = z.object({ slug: z.string(), taskId: z.string(), kind: taskKindSchema });
export type ProblemPlace = z.infer<typeof problemPlaceSchema>;

export const previewRequestSchema = z.intersection(
  specInputSchema,
  z.object({
    /** Null: the first of the specification. */
    problem: problemPlaceSchema.nullable().default(null),
    strategy: z.string().nullable().default(null),
    model: z.string().nullable().default(null),
  }),
);
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

export const previewedPromptSchema = z.object({
  condition: z.string(),
  round: z.int(),
  prompt: promptSchema,
  tokens: z.int(),
  /** The part of the prompt that is the trace; null where there is none. */
  trace: z.string().nullable(),
  delivery: deliverySchema,
});
export type PreviewedPrompt = z.infer<typeof previewedPromptSchema>;

export const previewSchema = z.object({
  promptVersion: z.int(),
  problem: problemPlaceSchema,
  strategy: z.string(),
  model: z.string(),
  /** What can be looked at, in the specification's order; at most a thousand. */
  problems: z.array(problemPlaceSchema),
  /** The program that stands for a first answer in prompts of the second round; null where they are not shown. */
  attempt: z.string().nullable(),
  /** Why there is no second round to show; null where there is one. */
  noSecondRound: z.string().nullable(),
  prompts: z.array(previewedPromptSchema),
});
/** Prompts of one problem exactly as a run would send them, in every condition. */
export type Preview = z.infer<typeof previewSchema>;
