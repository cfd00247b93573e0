import { z } from "zod";

/** Outcomes of arms on problems: a rate per cell, null where unknown, and the problems in the order in which they are solved most. */
export const matrixSchema = z.object({
  metric: z.string(),
  tasks: z.array(z.string()),
  arms: z.array(z.object({ armId: z.string(), values: z.array(z.number().nullable()) })),
});
export type Matrix = z.infer<typeof matrixSchema>;

export const matrixQuerySchema = z.object({
  metric: z.string().min(1).max(60),
  /** Ids of arms, separated by commas. */
  arms: z.string().transform((text) => text.split(",").filter((id) => id !== "")),
});
