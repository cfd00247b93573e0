import type { ImportedArm } from "@/lib/imports/schema";

/** Completes an arm: what the source does not say is null. Without a label, the factors that are known make it. */
export function importedArm(given: { key: string; label?: string } & Partial<Omit<ImportedArm, "key" | "label">>): ImportedArm {
  const factors = [given.model, given.condition, given.strategy, given.benchmark].filter((part) => typeof part === "string");
  return {
    benchmark: null,
    taskKind: null,
    model: null,
    condition: null,
    strategy: null,
    n: null,
    rounds: null,
    temperature: null,
    selection: null,
    oracle: false,
    tests: null,
    chainOfThought: null,
    arguments: {},
    ...given,
    label: given.label ?? (factors.length === 0 ? given.key : factors.join(" · ")),
  };
}
