import { z } from "zod";
import { matrixSchema } from "@/lib/results/matrix-schema";
import { reportSchema } from "@/lib/results/schema";
import { reportSettingSchema } from "@/lib/results/setting-schema";

/** Arms of any experiments put together, and the one that the others are set against. */
export const sharedComparisonSchema = z.object({
  arms: z.array(z.string().min(1).max(200)).min(1).max(200),
  against: z.string().max(200).nullable(),
});

/** What a shared view shows: an experiment or arms put together, with the settings of the numbers and the part that was open. */
export const sharedViewSchema = z.object({
  experimentId: z.string().nullable(),
  comparison: sharedComparisonSchema.nullable().default(null),
  setting: reportSettingSchema,
  /** Query of the page: section, tab, filter. */
  query: z.string().max(2_000).default(""),
});
export type SharedView = z.infer<typeof sharedViewSchema>;

/** Everything that a shared page shows, as it was: the report, and by section the outcomes of its arms problem by problem. */
export const pinnedSchema = z.object({ report: reportSchema, matrices: z.record(z.string(), matrixSchema) });
export type Pinned = z.infer<typeof pinnedSchema>;

export const shareRequestSchema = z.object({
  /** Null for a comparison. */
  experimentId: z.string().min(1).max(60).nullable().default(null),
  comparison: sharedComparisonSchema.nullable().default(null),
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
