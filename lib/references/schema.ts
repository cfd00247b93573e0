import { z } from "zod";

/** A published cell beside what the raw results give. */
export const referenceCellSchema = z.object({
  row: z.string(),
  column: z.string(),
  published: z.number().nullable(),
  /** Decimals as printed, which is how exactly the two must agree. */
  decimals: z.int(),
  armId: z.string().nullable(),
  metric: z.string().nullable(),
  /** What the arm's results give, in %; null where there is no such arm or figure. */
  found: z.number().nullable(),
  /**
   * `reproduced`; `as-wrong`: only when infrastructure errors are counted as wrong answers; `one-of-several`: several arms fit and one of
   * them gives it; `differs`; `missing`: no arm.
   */
  agrees: z.enum(["reproduced", "as-wrong", "one-of-several", "differs", "missing"]),
  /** For a figure that differs: a simple slip that would give it; null where none does. */
  explanation: z.string().nullable().default(null),
  /** What the number really estimates. */
  words: z.string().nullable(),
});
export type ReferenceCell = z.infer<typeof referenceCellSchema>;

export const referenceTableSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  /** Which rows and columns the figures are of, and what to know of them. */
  note: z.string(),
  cells: z.array(referenceCellSchema),
  /** Whether somebody attached it here; others come with the product. */
  isAttached: z.boolean().default(false),
});
export type ReferenceTable = z.infer<typeof referenceTableSchema>;
