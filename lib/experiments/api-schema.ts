import { z } from "zod";
import { armFactorsSchema } from "./arm";
import { experimentStatusSchema } from "./schema";

export const experimentSchema = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.enum(["run", "import"]),
  status: experimentStatusSchema,
  reason: z.string().nullable(),
  specHash: z.string().nullable(),
  spentUsd: z.number(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
/** An experiment as it is listed. */
export type Experiment = z.infer<typeof experimentSchema>;

export const armProgressSchema = z.object({
  id: z.string(),
  key: z.string(),
  position: z.int(),
  factors: armFactorsSchema,
  problems: z.int(),
  /** Chains that have come to their end, of so many. */
  chainsDone: z.int(),
  chains: z.int(),
  samples: z.int(),
  passed: z.int(),
  infrastructure: z.int(),
  /** Prompts that should carry a trace and do, of those that should. */
  delivered: z.int(),
  wanted: z.int(),
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
});
/** How far a run is. */
export type Progress = z.infer<typeof progressSchema>;

export const revisionSchema = z.object({ specHash: z.string(), change: z.string(), at: z.iso.datetime() });
export type Revision = z.infer<typeof revisionSchema>;
