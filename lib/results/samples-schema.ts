import { z } from "zod";

export const PAGE_SIZE = 100;

/** A sample in a list, without its texts. */
export const sampleRowSchema = z.object({
  id: z.string(),
  armId: z.string(),
  taskId: z.string(),
  chain: z.number(),
  round: z.number(),
  final: z.boolean(),
  verdict: z.string(),
  delivered: z.boolean().nullable(),
  truncated: z.boolean().nullable(),
  promptTokens: z.number().nullable(),
  answerTokens: z.number().nullable(),
  costUsd: z.number().nullable(),
  latencyMs: z.number().nullable(),
});
export type SampleRow = z.infer<typeof sampleRowSchema>;

export const samplesPageSchema = z.object({ total: z.number(), page: z.number(), rows: z.array(sampleRowSchema) });
export type SamplesPage = z.infer<typeof samplesPageSchema>;

export const sortSchema = z.enum(["order", "problem", "verdict", "tokens", "-tokens", "cost", "-cost", "latency", "-latency"]);
export type Sort = z.infer<typeof sortSchema>;

export const samplesQuerySchema = z.object({
  filter: z.string().max(2_000).default(""),
  sort: sortSchema.catch("order").default("order"),
  page: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

export const exportQuerySchema = samplesQuerySchema.omit({ page: true }).extend({
  format: z.string().max(20),
  columns: z.string().transform((text) => text.split(",")),
});
