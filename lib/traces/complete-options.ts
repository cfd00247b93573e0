import type { Adapter, AdapterOption, AdapterOptions, OptionValue } from "@/lib/adapters/adapter";
import { AppError } from "@/lib/errors/app-error";

/**
 * The options of an adapter: those given, checked, and the defaults of the others. Throws an `AppError` with code `invalid_options`
 * for a name that the adapter does not have or a value outside of what it allows.
 */
export function completeOptions(adapter: Adapter, given: AdapterOptions): AdapterOptions {
  for (const name of Object.keys(given)) {
    if (!adapter.options.some((option) => option.name === name)) throw invalid(adapter, name, `has no option "${name}"`);
  }
  const complete: Record<string, OptionValue> = {};
  for (const option of adapter.options) {
    const value = given[option.name] ?? option.default;
    const problem = findProblem(option, value);
    if (problem !== null) throw invalid(adapter, option.name, `needs ${problem} for "${option.name}"`);
    complete[option.name] = value;
  }
  return complete;
}

function findProblem(option: AdapterOption, value: OptionValue): string | null {
  switch (option.type) {
    case "boolean":
      return typeof value === "boolean" ? null : "true or false";
    case "choice":
      return typeof value === "string" && option.choices.includes(value) ? null : `one of ${option.choices.join(", ")}`;
    case "integer": {
      const isFine = typeof value === "number" && Number.isInteger(value) && value >= option.minimum && value <= option.maximum;
      return isFine ? null : `a whole number from ${option.minimum} to ${option.maximum}`;
    }
  }
}

function invalid(adapter: Adapter, option: string, sentence: string): AppError {
  return new AppError("invalid_options", `The adapter ${adapter.id} ${sentence}.`, { adapter: adapter.id, option });
}
