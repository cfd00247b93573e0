import { ProviderError } from "./provider-error";

/** The key from the environment variable that a model names; undefined where it names none. */
export function readKey(variable: string | null, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (variable === null) return undefined;
  const key = environment[variable];
  if (key === undefined || key === "") {
    throw new ProviderError(
      "missing-key",
      `The environment variable ${variable}, which should hold the key, is not set where the worker runs.`,
    );
  }
  return key;
}
