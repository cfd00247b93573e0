import { z } from "zod";
import { entrySchema } from "@/lib/recordings/schema";

export const encodingSchema = z.enum(["o200k_base", "cl100k_base"]);

export const paneSchema = z.object({
  adapter: z.string().min(1).max(100),
  options: z.record(z.string().max(100), z.union([z.number(), z.boolean(), z.string().max(200)])).default({}),
  /** Token budget of the pane; null shows everything. */
  budget: z.int().min(1).max(10_000_000).nullable().default(null),
});
/** One adapter pane of the workbench with its settings. */
export type Pane = z.infer<typeof paneSchema>;

export const viewSchema = z.object({
  version: z.literal(1).default(1),
  panes: z.array(paneSchema).min(1).max(6),
  encoding: encodingSchema.default("o200k_base"),
  /** The step that is open; null before any was chosen. */
  step: z.int().min(0).nullable().default(null),
});
/** What a link restores besides the program: panes with options, encoding and step. */
export type View = z.infer<typeof viewSchema>;

/** A stateless link: everything in the fragment, nothing stored; the program is recorded again when it is opened. */
export const statelessSchema = z.object({
  version: z.literal(1).default(1),
  source: z.string().max(1_048_576),
  entry: entrySchema,
  view: viewSchema,
  /** The recording on the server that made the link; shown without running anything where that server still has it. */
  recordingId: z.string().max(64).optional(),
});
export type StatelessLink = z.infer<typeof statelessSchema>;
