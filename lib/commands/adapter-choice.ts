import type { Adapter, AdapterOptions, OptionValue } from "@/lib/adapters/adapter";
import { findAdapter, listAdapters } from "@/lib/adapters/registry";
import { isAppError } from "@/lib/http/is-app-error";
import { completeOptions } from "@/lib/traces/complete-options";
import { readOptionText } from "@/lib/traces/parse-rendering-query";
import { usageFailure } from "./command-failure";

export type AdapterChoice = { readonly adapter: Adapter; readonly options: AdapterOptions };

function requireAdapter(id: string): Adapter {
  const adapter = findAdapter(id);
  if (adapter !== null) return adapter;
  throw usageFailure(
    `There is no adapter "${id}". There are: ${listAdapters()
      .map((known) => known.id)
      .join(", ")}.`,
  );
}

/** Reads `name=value`, or `adapter:name=value` for one of several adapters. */
function parseOption(text: string): { adapter: string | null; name: string; value: string } {
  const match = /^(?:(?<adapter>[^:=]+):)?(?<name>[^:=]+)=(?<value>.*)$/s.exec(text);
  if (match?.groups === undefined) throw usageFailure(`--option takes name=value or adapter:name=value, not "${text}".`);
  const { adapter, name = "", value = "" } = match.groups;
  return { adapter: adapter ?? null, name, value };
}

function complete(adapter: Adapter, given: Record<string, OptionValue>): AdapterOptions {
  try {
    return completeOptions(adapter, given);
  } catch (error) {
    throw isAppError(error) ? usageFailure(error.message) : error;
  }
}

/**
 * The adapters that a command names, each with its options checked. An option without an adapter goes to all of them that have it.
 * @throws CommandFailure for an unknown adapter, or an option that no adapter has
 */
export function chooseAdapters(ids: readonly string[], optionTexts: readonly string[]): AdapterChoice[] {
  const adapters = [...new Set(ids)].map(requireAdapter);
  const given = new Map<string, Record<string, OptionValue>>(adapters.map((adapter) => [adapter.id, {}]));
  for (const text of optionTexts) {
    const { adapter: id, name, value } = parseOption(text);
    const takers = adapters.filter((adapter) => {
      return id === null ? adapter.options.some((option) => option.name === name) : adapter.id === id;
    });
    if (takers.length === 0) throw usageFailure(`None of the chosen adapters takes the option "${text}".`);
    for (const adapter of takers) {
      const values = given.get(adapter.id) ?? {};
      values[name] = readOptionText(
        adapter.options.find((option) => option.name === name),
        value,
      );
    }
  }
  return adapters.map((adapter) => ({ adapter, options: complete(adapter, given.get(adapter.id) ?? {}) }));
}
