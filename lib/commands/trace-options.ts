import { z } from "zod";
import { encodings } from "@/lib/traces/load-tokenizer";
import { chooseAdapters } from "./adapter-choice";
import { usageFailure } from "./command-failure";
import { parseLimits } from "./parse-limits";
import type { TraceSettings } from "./trace-program";

const DEFAULT_ADAPTER = "next";

export const traceOptionsSchema = z.object({
  call: z.string().min(1).optional(),
  stdin: z.string().optional(),
  test: z.string().optional(),
  adapter: z.string().optional(),
  adapters: z.string().optional(),
  json: z.boolean().default(false),
  budget: z.coerce.number().int().min(1).optional(),
  encoding: z.enum(encodings),
  option: z.array(z.string()),
  limit: z.array(z.string()),
  batch: z.string().optional(),
  out: z.string().optional(),
  workers: z.coerce.number().int().min(1).max(256).optional(),
});
export type TraceOptions = z.infer<typeof traceOptionsSchema>;

/** Checks what commander read from the command line. */
export function parseTraceOptions(given: unknown): TraceOptions {
  const parsed = traceOptionsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw usageFailure(parsed.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("; "));
}

/** The adapters, budget and limits that the options name. */
export function traceSettings(options: TraceOptions): TraceSettings {
  const named = [options.adapter ?? "", ...(options.adapters ?? "").split(",")].map((id) => id.trim()).filter((id) => id !== "");
  const choices = chooseAdapters(named.length === 0 ? [DEFAULT_ADAPTER] : named, options.option);
  return { choices, budget: options.budget, encoding: options.encoding, limits: parseLimits(options.limit) };
}
