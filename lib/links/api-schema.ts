import { z } from "zod";
import { recordingIdSchema } from "@/lib/recordings/api-schema";
import { viewSchema } from "./schema";

export const MAXIMUM_LINK_BODY_BYTES = 65_536;

export const linkIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16}$/, "not the id of a link");

export const linkRequestSchema = z.strictObject({ recordingId: recordingIdSchema, view: viewSchema });
export type LinkRequest = z.infer<typeof linkRequestSchema>;

export const linkOutcomeSchema = z.object({ id: linkIdSchema, path: z.string().describe("Address of the page on this server.") });
export type LinkOutcome = z.infer<typeof linkOutcomeSchema>;

export const linkSchema = z.object({
  id: linkIdSchema,
  recordingId: recordingIdSchema,
  view: viewSchema,
  createdAt: z.iso.datetime(),
});
export type Link = z.infer<typeof linkSchema>;
