import { z } from "zod";

const range = z.object({ expected: z.number(), most: z.number() });
/** What is likely under the assumptions, and the most it can become. */
export type Range = z.infer<typeof range>;

export const assumptionsSchema = z.object({
  /** Share of programs that fail a visible test and so are asked for again. */
  failingShare: z.number().min(0).max(1).default(0.5),
  traceTokens: z.number().min(0).default(600),
  feedbackTokens: z.number().min(0).default(120),
  answerTokens: z.number().min(1).default(400),
  secondsPerAnswer: z.number().positive().default(8),
  /** Share of problems that come out differently in two arms; decides what can be detected. */
  discordantShare: z.number().gt(0).max(1).default(0.1),
  significance: z.number().gt(0).lt(1).default(0.05),
  power: z.number().gt(0).lt(1).default(0.8),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

export const plannedArmSchema = z.object({
  key: z.string(),
  label: z.string(),
  benchmark: z.string(),
  taskKind: z.string(),
  problems: z.int(),
  samples: range,
});

export const plannedContrastSchema = z.object({
  arm: z.string(),
  control: z.string(),
  label: z.string(),
  problems: z.int(),
  /** Problems on which the two arms can differ at all: the condition needs a visible test to speak of. */
  treatable: z.int(),
  /** In points of the pass rate; null: nothing the assumption allows could be found. */
  detectablePoints: z.number().nullable(),
  /** How many problems must flip, all one way, to be significant alone, and after Holm's correction as the first of the family. */
  flipsNeeded: z.int(),
  flipsNeededInFamily: z.int(),
  /** `no`: cannot be significant at this N. `alone`: only without correction for the other contrasts. `yes`: possible. */
  canBeSignificant: z.enum(["no", "alone", "yes"]),
  sentence: z.string(),
});
export type PlannedContrast = z.infer<typeof plannedContrastSchema>;

export const plannedModelSchema = z.object({
  model: z.string(),
  requests: range,
  promptTokens: range,
  answerTokens: range,
  /** Null: the model has no price. */
  costUsd: range.nullable(),
  seconds: range,
});
export type PlannedModel = z.infer<typeof plannedModelSchema>;

export const planSchema = z.object({
  arms: z.array(plannedArmSchema),
  models: z.array(plannedModelSchema),
  contrasts: z.array(plannedContrastSchema),
  totals: z.object({
    arms: z.int(),
    problems: z.int(),
    samples: range,
    requests: range,
    /** Requests that are not made because arms share samples. */
    sharedRequests: range,
    promptTokens: range,
    answerTokens: range,
    costUsd: range.nullable(),
    seconds: range,
  }),
  assumptions: assumptionsSchema,
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
/** What a run of a specification will be, before anything is paid for. */
export type Plan = z.infer<typeof planSchema>;
