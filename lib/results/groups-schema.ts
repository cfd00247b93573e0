import { z } from "zod";

export const groupFields = ["model", "condition", "arm", "problem", "verdict"] as const;
export type GroupField = (typeof groupFields)[number];

/** Samples counted together; no estimate: several samples of a problem are not several problems. */
export const groupSchema = z.object({
  value: z.string(),
  samples: z.int(),
  passed: z.int(),
  infrastructure: z.int(),
  unjudged: z.int(),
});
export type SampleGroup = z.infer<typeof groupSchema>;
export const groupsSchema = z.object({ by: z.enum(groupFields), groups: z.array(groupSchema) });

export const groupsQuerySchema = z.object({ filter: z.string().max(2_000).default(""), by: z.enum(groupFields) });
