import { z } from "zod";
import { programVerdictSchema } from "@/lib/judge/schema";

/** What became of the information that a condition promises, for one prompt. */
export const deliverySchema = z.object({
  /** Whether the condition asks for a trace in this prompt; in shared rounds none does. */
  wanted: z.boolean(),
  /** Whether the trace stands in the prompt as sent. */
  present: z.boolean(),
  /** Why it does not, in a sentence; null when it does or none is wanted. */
  absence: z.string().nullable(),
  truncated: z.boolean(),
  /** Tokens of the trace in the condition's encoding; 0 without one. */
  tokens: z.int(),
  /** Whether the control's prompt at this place, after the same answers, is the same text; null for a condition without control. */
  identicalToControl: z.boolean().nullable(),
  /** What was compared between the recorded run and the verdict's. */
  checked: z.enum(["call-and-result", "call"]).nullable(),
  adapter: z.string().nullable(),
  adapterVersion: z.string().nullable(),
  recordingStatus: z.string().nullable(),
  /** What the trace leaves out, in the adapter's words. */
  notes: z.array(z.string()),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const noDelivery: Delivery = {
  wanted: false,
  present: false,
  absence: null,
  truncated: false,
  tokens: 0,
  identicalToControl: true,
  checked: null,
  adapter: null,
  adapterVersion: null,
  recordingStatus: null,
  notes: [],
};

/**
 * `infrastructure` is no answer about the program: it is counted apart and can be tried again. `unjudged`: an import whose source does not
 * score its samples one by one.
 */
export const sampleVerdictSchema = z.enum([...programVerdictSchema.options, "infrastructure", "unjudged"]);
export type SampleVerdict = z.infer<typeof sampleVerdictSchema>;

export const sampleSchema = z.object({
  id: z.string(),
  armId: z.string(),
  taskId: z.string(),
  chain: z.int(),
  round: z.int(),
  final: z.boolean(),
  verdict: sampleVerdictSchema,
  visiblePassed: z.boolean().nullable(),
  delivery: deliverySchema.nullable(),
  promptTokens: z.int().nullable(),
  answerTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  latencyMs: z.number().nullable(),
  detail: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
/** One generated program of an arm, without its texts. */
export type Sample = z.infer<typeof sampleSchema>;
