import { z } from "zod";
import { reportSettingSchema } from "@/lib/results/setting-schema";

/** What a shared view shows: an experiment or arms put together, with the settings of the numbers and the part that was open. */
export const sharedViewSchema = z.object({
  experimentId: z.string().nullable(),
  setting: reportSettingSchema,
  /** Query of the page: section, tab, filter. */
  query: z.string().max(2_000).default(""),
});
export type SharedView = z.infer<typeof sharedViewSchema>;

export const shareRequestSchema = z.object({
  experimentId: z.string().min(1).max(60),
  setting: reportSettingSchema.prefault({}),
  query: z.string().max(2_000).default(""),
  /** Days until it stops working; null: until it is revoked. */
  days: z.int().min(1).max(3_650).nullable().default(null),
});
export type ShareRequest = z.input<typeof shareRequestSchema>;

export const shareSchema = z.object({
  id: z.string(),
  experimentId: z.string().nullable(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

export const shareListSchema = z.object({ shares: z.array(shareSchema) });

/** The only answer that ever holds the token: it is kept as a hash alone. */
export const shareOutcomeSchema = z.object({ share: shareSchema, path: z.string() });
export type ShareOutcome = z.infer<typeof shareOutcomeSchema>;
