import { z } from "zod";
import {
  completenessSchema,
  entrySchema,
  limitsSchema,
  recordingEndSchema,
  recordingHeaderSchema,
  recordingStatusSchema,
} from "./schema";

/** Largest body of a request to record: 4 MiB of standard input with escapes, and a source. */
export const MAXIMUM_RECORD_BODY_BYTES = 8 * 2 ** 20;
/** Longest text that is rendered without a budget: about two million tokens, more than any model reads. */
export const MAXIMUM_RENDERING_CHARACTERS = 8 * 2 ** 20;
export const MAXIMUM_SOURCE_CHARACTERS = 1_048_576;

export const recordingIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "not the id of a recording");

/** A half of a surrogate pair has no UTF-8 form, so the program that ran would not be the program that was sent. */
function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

function entryTexts(entry: z.infer<typeof entrySchema>): string {
  if (entry.kind === "call") return entry.expression;
  return entry.kind === "script" ? entry.stdin : entry.code;
}

export const recordRequestSchema = z.strictObject({
  source: z
    .string()
    .max(MAXIMUM_SOURCE_CHARACTERS)
    .refine(isWellFormed, "holds half of a surrogate pair, which no Python file can")
    .describe("The program, Python source."),
  entry: entrySchema
    .refine((entry) => isWellFormed(entryTexts(entry)), "holds half of a surrogate pair, which has no UTF-8 form")
    .describe("How the program is started."),
  limits: limitsSchema.partial().strict().optional().describe("Limits that differ from the server's defaults."),
});
export type RecordRequest = z.infer<typeof recordRequestSchema>;

export const recordingSummarySchema = z.object({
  id: recordingIdSchema,
  status: recordingStatusSchema,
  reason: z.string().describe("One sentence: what ended the run."),
  steps: z.int().describe("Steps that were recorded."),
  title: z.string(),
  complete: z.boolean().describe("Whether the steps are all that happened."),
  elapsedMs: z.number().describe("How long the program ran."),
});
/** What is said of a recording everywhere it is named. */
export type RecordingSummary = z.infer<typeof recordingSummarySchema>;

export const recordOutcomeSchema = recordingSummarySchema.extend({
  cached: z.boolean().describe("Whether the same run was known already."),
});
export type RecordOutcome = z.infer<typeof recordOutcomeSchema>;

export const recordingListItemSchema = z.object({
  id: recordingIdSchema,
  status: recordingStatusSchema,
  steps: z.int(),
  title: z.string(),
  createdAt: z.iso.datetime(),
});
export type RecordingListItem = z.infer<typeof recordingListItemSchema>;

export const recordingListSchema = z.object({ recordings: z.array(recordingListItemSchema) });

export const recordingDetailSchema = recordingSummarySchema.extend({
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable().describe("Null once it was shared."),
  streamBytes: z.int().describe("Size of the recorder's stream, not compressed."),
  completeness: completenessSchema,
  header: recordingHeaderSchema,
  end: recordingEndSchema,
});
export type RecordingDetail = z.infer<typeof recordingDetailSchema>;

export const stepsQuerySchema = z.object({
  from: z.coerce.number().int().min(0).default(0).describe("First step, by its number."),
  to: z.coerce.number().int().min(0).optional().describe("The step after the last one; at most 1,000 steps are given at a time."),
});

export const listQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) });
