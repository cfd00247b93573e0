import { z } from "zod";
import { testOutcomeSchema } from "@/lib/judge/schema";

export const flipKindSchema = z.enum(["fixed", "broken", "both", "neither", "better", "worse", "same", "dropped"]);
export type FlipKind = z.infer<typeof flipKindSchema>;

/** The problems of a contrast by what the arm did to them; rates over several samples do not flip but get better or worse. */
export const flipsSchema = z.object({
  armId: z.string(),
  baselineId: z.string(),
  metric: z.string(),
  problems: z.array(
    z.object({ taskId: z.string(), kind: flipKindSchema, arm: z.number().nullable(), baseline: z.number().nullable() }),
  ),
});
export type Flips = z.infer<typeof flipsSchema>;

export const flipsQuerySchema = z.object({
  arm: z.string().min(1).max(200),
  baseline: z.string().min(1).max(200),
  /** Null: the first quantity of the arm that the baseline has too. */
  metric: z.string().min(1).max(60).nullable().default(null),
});

export const problemQuerySchema = z.object({
  arm: z.string().min(1).max(200),
  task: z.string().min(1).max(400),
  /** A chain that shall be among the samples, however many there are. */
  chain: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
});

export const drilledSampleSchema = z.object({
  id: z.string(),
  chain: z.number(),
  round: z.number(),
  verdict: z.string(),
  /** The answer as given, and the program read out of it. */
  raw: z.string().nullable(),
  program: z.string().nullable(),
  detail: z.string().nullable(),
  suites: z.record(z.string(), z.string()).nullable(),
  tests: z.array(testOutcomeSchema).nullable(),
  delivered: z.boolean().nullable(),
  truncated: z.boolean().nullable(),
  prompt: z.string().nullable(),
});
export type DrilledSample = z.infer<typeof drilledSampleSchema>;

/** One problem of one arm, with everything that was kept of it. */
export const drilledProblemSchema = z.object({
  armId: z.string(),
  taskId: z.string(),
  outcomes: z.array(z.object({ round: z.number(), verdict: z.string(), rule: z.string(), oracle: z.boolean() })),
  samples: z.array(drilledSampleSchema),
});
export type DrilledProblem = z.infer<typeof drilledProblemSchema>;
