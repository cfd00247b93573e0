import { z } from "zod";
import { encodingSchema } from "@/lib/links/schema";

export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/,
    "use small letters, digits, dot, dash and underscore; at most 80 characters",
  );

/** Names only of variables that hold a key by their name, so that a model's address can never be sent another secret. */
export const keyVariableSchema = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{0,98}(?:_KEY|_TOKEN)$/,
    "name an environment variable that ends in _KEY or _TOKEN; the key itself is never stored",
  );

export const baseUrlSchema = z
  .url({ protocol: /^https?$/, abort: true, error: "write a whole address that begins with http:// or https://" })
  .refine((url) => {
    const { username, password } = new URL(url);
    return username === "" && password === "";
  }, "must not carry a user name or a password: name a variable for the key instead");

const priceSchema = z.object({ inputPerMillionUsd: z.number().min(0), outputPerMillionUsd: z.number().min(0) });
export type Price = z.infer<typeof priceSchema>;

const common = {
  id: slugSchema,
  title: z.string().min(1).max(200),
  /** What one million tokens cost; null: not known, so that no budget can be kept. */
  price: priceSchema.nullable().default(null),
  /** Prompt and answer together; a prompt that leaves no room for the answer is refused before it is sent. */
  contextTokens: z.int().positive().nullable().default(null),
  /** Encoding with which its tokens are counted before the provider says how many there were. */
  tokenizer: encodingSchema.default("o200k_base"),
  fineTuned: z
    .object({ from: z.string().min(1).max(200), with: z.string().min(1).max(1000) })
    .nullable()
    .default(null),
  notes: z.string().max(2000).default(""),
};

export const limitsOfUseSchema = z.object({
  concurrency: z.int().min(1).max(1000).default(8),
  requestsPerMinute: z.number().positive().nullable().default(null),
  tokensPerMinute: z.number().positive().nullable().default(null),
  /** Longest wait for one answer. */
  timeoutMs: z.int().min(1000).max(3_600_000).default(300_000),
});
export type LimitsOfUse = z.infer<typeof limitsOfUseSchema>;

const remote = {
  ...common,
  modelName: z.string().min(1).max(300),
  /** Name of the environment variable that holds the key; null: none is sent. */
  keyVariable: keyVariableSchema.nullable().default(null),
  limits: limitsOfUseSchema.prefault({}),
};

export const modelSchema = z.discriminatedUnion("provider", [
  z.object({ provider: z.literal("openai-chat"), ...remote, baseUrl: baseUrlSchema, logprobs: z.boolean().default(false) }),
  /** Base models: `/completions`, the prompt sent exactly as written. */
  z.object({ provider: z.literal("openai-completion"), ...remote, baseUrl: baseUrlSchema, logprobs: z.boolean().default(false) }),
  z.object({ provider: z.literal("anthropic"), ...remote, baseUrl: baseUrlSchema.nullable().default(null) }),
  z.object({ provider: z.literal("google"), ...remote, baseUrl: baseUrlSchema.nullable().default(null) }),
  /** Not a model: answers from generations that were imported before. */
  z.object({
    provider: z.literal("replay"),
    ...common,
    /** Key of the imported arm whose samples are given as answers. */
    source: z.string().min(1).max(300),
    limits: limitsOfUseSchema.prefault({}),
  }),
  /** Not a model: the benchmark's own solution, to rehearse an experiment. */
  z.object({ provider: z.literal("reference"), ...common, limits: limitsOfUseSchema.prefault({}) }),
  /** Not a model: the benchmark's own solution with seeded mistakes, fewer from round to round. */
  z.object({
    provider: z.literal("mutant"),
    ...common,
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
    /** Share of first answers that carry a mistake. */
    mistakeShare: z.number().min(0).max(1).default(0.6),
    /** Share of those that a later round mends. */
    mendShare: z.number().min(0).max(1).default(0.4),
    limits: limitsOfUseSchema.prefault({}),
  }),
]);
/** A model, or one of the three plainly named stand-ins, as an experiment uses it. */
export type Model = z.infer<typeof modelSchema>;
export type ModelInput = z.input<typeof modelSchema>;

export const providerNameSchema = z.enum([
  "openai-chat",
  "openai-completion",
  "anthropic",
  "google",
  "replay",
  "reference",
  "mutant",
]);
export type ProviderName = z.infer<typeof providerNameSchema>;
