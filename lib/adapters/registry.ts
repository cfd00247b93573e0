import type { Adapter } from "@/lib/adapters/adapter";
import { concise } from "@/lib/adapters/concise";
import { next } from "@/lib/adapters/next";
import { AppError } from "@/lib/errors/app-error";

const adapters: readonly Adapter[] = [next, concise];

/** All adapters, in the order in which pages and exports list them. */
export function listAdapters(): readonly Adapter[] {
  return adapters;
}

/** The adapter with this id, or null. */
export function findAdapter(id: string): Adapter | null {
  return adapters.find((adapter) => adapter.id === id) ?? null;
}

/** The adapter with this id. Throws an `AppError` with code `unknown_adapter` when there is none. */
export function getAdapter(id: string): Adapter {
  const adapter = findAdapter(id);
  if (adapter === null) {
    throw new AppError("unknown_adapter", `There is no adapter "${id}". Known: ${adapters.map((known) => known.id).join(", ")}.`);
  }
  return adapter;
}
