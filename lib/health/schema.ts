import { z } from "zod";
import { jailTierSchema, limitsSchema } from "@/lib/recordings/schema";

export const healthSchema = z.object({
  /** `refusing`: everything works but running programs. */
  status: z.enum(["ok", "refusing", "down"]),
  banner: z.string().nullable().describe("A sentence for every page: why programs are not run, or run without a full jail."),
  versions: z.object({
    polytrace: z.string(),
    recordingFormat: z.int(),
    recorder: z.string().nullable(),
    python: z.string().nullable(),
    node: z.string(),
  }),
  jail: z.object({
    tier: z.union([jailTierSchema, z.literal("refused")]),
    landlockAbi: z.int().nullable(),
    features: z.array(z.string()),
    missing: z.array(z.string()).describe("What this machine lacks, as sentences that say how to get it."),
  }),
  queue: z.object({
    workers: z.int(),
    busy: z.int(),
    queued: z.int(),
    limit: z.int(),
    limitPerClient: z.int(),
  }),
  limits: z.object({ default: limitsSchema, maximum: limitsSchema }),
  database: z.object({ kind: z.enum(["embedded", "server"]), reachable: z.boolean() }),
  recordingDays: z.number().describe("Days after which a recording that nobody shared is deleted, counted from its last use."),
});
/** What this server is made of and how it fares. */
export type Health = z.infer<typeof healthSchema>;
