import { z } from "zod";
import type { Adapter, AdapterOption, AdapterOptions, OptionValue } from "@/lib/adapters/adapter";
import { parseInput } from "@/lib/http/parse-input";
import { completeOptions } from "./complete-options";
import { encodings } from "./load-tokenizer";
import type { TraceRequest } from "./render-trace";

export const renderingQuerySchema = z.object({
  budget: z.coerce.number().int().min(1).max(10_000_000).optional().describe("Most tokens that the text may have."),
  encoding: z.enum(encodings).default("o200k_base").describe("How tokens are counted."),
});

/** An option's value from text, by the option's type; text that is none of its values is kept, for the check that follows. */
export function readOptionText(option: AdapterOption | undefined, text: string): OptionValue {
  if (option?.type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (option?.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/**
 * Reads `budget`, `encoding` and the options of an adapter from a query.
 * @throws AppError `invalid_input` or `invalid_options` that names what is wrong
 */
export function parseRenderingQuery(
  adapter: Adapter,
  query: URLSearchParams,
): Omit<TraceRequest, "recording"> & { options: AdapterOptions } {
  const { budget: budgetText, encoding: encodingText, ...texts } = Object.fromEntries(query);
  const { budget, encoding } = parseInput(renderingQuerySchema, { budget: budgetText, encoding: encodingText });
  const entries = Object.entries(texts).map(([name, text]) => {
    return [
      name,
      readOptionText(
        adapter.options.find((option) => option.name === name),
        text,
      ),
    ] as const;
  });
  const options = completeOptions(adapter, Object.fromEntries(entries));
  return { adapterId: adapter.id, options, encoding, budget: budget === undefined ? undefined : { tokens: budget, encoding } };
}
