import { z } from "zod";
import { assumptionsSchema, planSchema } from "@/lib/engine/plan-schema";
import { promptSchema } from "@/lib/engine/prompts/prompt";
import { verdictSchema } from "@/lib/judge/schema";
import { deliverySchema, sampleVerdictSchema } from "@/lib/samples/schema";
import { armFactorsSchema } from "./arm";
import { choiceSchema } from "./describe-choice";
import { experimentStatusSchema, frozenSpecSchema, specSchema } from "./schema";

export const experimentSchema = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.enum(["run", "import"]),
  status: experimentStatusSchema,
  reason: z.string().nullable(),
  specHash: z.string().nullable(),
  spentUsd: z.number(),
  /** Answers that were asked for on its account; those that were there before cost nothing and are not among them. */
  requests: z.int(),
  promptTokens: z.int(),
  answerTokens: z.int(),
  /** Requests that were tried again, and what was wrong with the newest of them. */
  retries: z.int(),
  lastRetry: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type Experiment = z.infer<typeof experimentSchema>;

export const experimentRowSchema = experimentSchema.extend({
  benchmarks: z.array(z.string()),
  models: z.array(z.string()),
  conditions: z.array(z.string()),
  arms: z.int(),
  /** Problems that the arms are about, each counted once per benchmark and kind of task. */
  problems: z.int(),
  samples: z.int(),
  infrastructure: z.int(),
  chainsDone: z.int(),
  /** Null where the source does not say how many there should be. */
  chains: z.int().nullable(),
});
/** An experiment as it is listed, with what it is about and how far it is. */
export type ExperimentRow = z.infer<typeof experimentRowSchema>;

export const armProgressSchema = z.object({
  id: z.string(),
  key: z.string(),
  position: z.int(),
  factors: armFactorsSchema,
  problems: z.int(),
  /** Chains that have come to their end, of so many. */
  chainsDone: z.int(),
  chains: z.int(),
  /** Chains whose last program passes, which is what pass rates count. */
  chainsPassed: z.int(),
  /** Of every round. */
  samples: z.int(),
  passed: z.int(),
  infrastructure: z.int(),
  /** Prompts that should carry a trace and do, of those that should. */
  delivered: z.int(),
  wanted: z.int(),
  /** Of the samples, shared answers counted in every arm that has them. */
  promptTokens: z.int(),
  answerTokens: z.int(),
  costUsd: z.number(),
  chainsPerMinute: z.number(),
});
export type ArmProgress = z.infer<typeof armProgressSchema>;

export const progressSchema = z.object({
  experiment: experimentSchema,
  arms: z.array(armProgressSchema),
  units: z.object({ pending: z.int(), done: z.int(), error: z.int() }),
  /** Chains that came to their end, over the last minute. */
  chainsPerMinute: z.number(),
  /** Null when nothing was done lately, so that nothing can be said. */
  remainingSeconds: z.number().nullable(),
  /** Null: no limit, or not run here. */
  budgetUsd: z.number().nullable(),
  /** Why samples are infrastructure errors, the most frequent first. */
  errors: z.array(z.object({ message: z.string(), samples: z.int(), arms: z.int() })),
  /** Strategies of which more samples can be asked for. */
  strategies: z.array(z.object({ id: z.string(), n: z.int() })),
});
/** How far a run is. */
export type Progress = z.infer<typeof progressSchema>;

export const revisionSchema = z.object({ specHash: z.string(), change: z.string(), at: z.iso.datetime() });
export type Revision = z.infer<typeof revisionSchema>;

/** A specification as an object or as the text of a YAML file. */
export const specInputSchema = z.union([z.object({ spec: specSchema }), z.object({ yaml: z.string().min(1).max(1_000_000) })]);
export type SpecSource = z.infer<typeof specInputSchema>;

export const planRequestSchema = z.intersection(
  specInputSchema,
  z.object({ assumptions: assumptionsSchema.partial().optional() }),
);
export const planOutcomeSchema = z.object({
  plan: planSchema,
  spec: frozenSpecSchema,
  specHash: z.string(),
  yaml: z.string(),
  /** In the order of the specification's benchmarks. */
  choices: z.array(choiceSchema),
});
export type PlanOutcome = z.infer<typeof planOutcomeSchema>;

export const experimentListSchema = z.object({ experiments: z.array(experimentRowSchema) });
export const experimentOutcomeSchema = z.object({ id: z.string() });
export const experimentIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const actionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.enum(["pause", "resume", "cancel", "retry-errors"]) }),
  z.object({
    action: z.literal("raise-samples"),
    raises: z.array(z.object({ strategy: z.string(), n: z.int().min(1).max(1000) })).min(1),
  }),
]);
export type ExperimentAction = z.infer<typeof actionSchema>;

export const sampleQuerySchema = z.object({
  arm: z.string().min(1),
  task: z.string().min(1),
  chain: z.coerce.number().int().min(0),
  round: z.coerce.number().int().min(0),
});

export const sampleDetailSchema = z.object({
  armId: z.string(),
  taskId: z.string(),
  chain: z.int(),
  round: z.int(),
  final: z.boolean(),
  verdict: sampleVerdictSchema,
  detail: z.string().nullable(),
  delivery: deliverySchema.nullable(),
  /** Exactly as it was sent; null where the sample has none, as in imports. */
  prompt: promptSchema.nullable(),
  answer: z.string().nullable(),
  reasoning: z.string().nullable(),
  finishReason: z.string().nullable(),
  parameters: z.record(z.string(), z.unknown()).nullable(),
  program: z.string().nullable(),
  visible: verdictSchema.nullable(),
  full: verdictSchema.nullable(),
  promptTokens: z.int().nullable(),
  answerTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  latencyMs: z.number().nullable(),
  attempts: z.int().nullable(),
});
/** One sample with everything that was sent, answered and judged. */
export type SampleDetail = z.infer<typeof sampleDetailSchema>;
