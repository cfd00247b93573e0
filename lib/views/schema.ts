import { z } from "zod";

/** A comparison of arms that somebody kept under a name: the query of its page. */
export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  createdAt: z.iso.datetime(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViewBodySchema = z.object({ version: z.literal(1), query: z.string() });

export const saveViewRequestSchema = z.object({
  name: z.string().trim().min(1).max(200),
  query: z.string().min(1).max(20_000),
});
export type SaveViewRequest = z.input<typeof saveViewRequestSchema>;

export const savedViewListSchema = z.object({ views: z.array(savedViewSchema) });
