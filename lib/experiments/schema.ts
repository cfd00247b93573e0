import { z } from "zod";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { modelSchema, slugSchema } from "@/lib/models/schema";
import { conditionSchema } from "./condition";
import { strategySchema } from "./strategy";

export const decodingSchema = z.object({
  name: z.string().min(1).max(60),
  temperature: z.number().min(0).max(2),
  topP: z.number().gt(0).max(1).nullable().default(null),
  maxTokens: z.int().min(1).max(1_000_000).default(2048),
  /** Sent, mixed with problem, chain and round, to providers that take a seed; null: none is sent. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .nullable()
    .default(null),
});
export type Decoding = z.infer<typeof decodingSchema>;

export const subsetSchema = z.object({
  kinds: z.array(taskKindSchema).min(1).nullable().default(null),
  difficulties: z.array(z.string()).min(1).nullable().default(null),
  tags: z.array(z.string()).min(1).nullable().default(null),
  taskIds: z.array(z.string()).min(1).nullable().default(null),
  /** So many of those that are left, drawn with the experiment's seed. */
  sample: z.int().min(1).nullable().default(null),
});
export type Subset = z.infer<typeof subsetSchema>;

export const benchmarkChoiceSchema = z.object({
  slug: slugSchema,
  /** Hash of its problems; null in a draft means the newest that is here. */
  version: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  subset: subsetSchema.prefault({}),
});
export type BenchmarkChoice = z.infer<typeof benchmarkChoiceSchema>;

export const SPEC_VERSION = 1;

export const specSchema = z
  .object({
    polytrace: z.literal(SPEC_VERSION).default(SPEC_VERSION),
    name: z.string().min(1).max(200),
    description: z.string().max(4000).default(""),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
    /** Experiments with the same number share samples of equal prompts; another number draws them anew. */
    replicate: z.int().min(0).max(1_000_000).default(0),
    benchmarks: z.array(benchmarkChoiceSchema).min(1).max(50),
    /** Ids of models that are set up here, or whole definitions. */
    models: z
      .array(z.union([slugSchema, modelSchema]))
      .min(1)
      .max(100),
    conditions: z.array(conditionSchema).min(1).max(60),
    strategies: z.array(strategySchema).min(1).max(30),
    decodings: z.array(decodingSchema).min(1).max(20),
    /** Stops before a request that could bring the cost above this; null: no limit. */
    budgetUsd: z.number().positive().nullable().default(null),
    /** How often one answer is asked for before the sample counts as an infrastructure error. */
    maxAttempts: z.int().min(1).max(50).default(6),
    /** Version of the prompt templates; null in a draft: the newest. */
    promptVersion: z.int().min(1).nullable().default(null),
    /** Versions of the adapters that the conditions name; empty in a draft. */
    adapterVersions: z.record(z.string(), z.string()).default({}),
  })
  .strict();
/** Benchmarks × models × conditions × strategies × decodings: what an experiment does. */
export type Spec = z.infer<typeof specSchema>;
export type SpecInput = z.input<typeof specSchema>;

/** A specification with every version and model written in, of which the hash is taken. */
export const frozenSpecSchema = specSchema.extend({
  benchmarks: z
    .array(benchmarkChoiceSchema.extend({ version: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(50),
  models: z.array(modelSchema).min(1).max(100),
  promptVersion: z.int().min(1),
});
export type FrozenSpec = z.infer<typeof frozenSpecSchema>;

export const experimentStatusSchema = z.enum(["running", "paused", "cancelled", "completed"]);
export type ExperimentStatus = z.infer<typeof experimentStatusSchema>;
