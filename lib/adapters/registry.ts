import type { Adapter } from "@/lib/adapters/adapter";
import { codeexecutor } from "@/lib/adapters/codeexecutor";
import { codeexecutorTracewise } from "@/lib/adapters/codeexecutor-tracewise";
import { concise } from "@/lib/adapters/concise";
import { conciseTracewise } from "@/lib/adapters/concise-tracewise";
import { cwm } from "@/lib/adapters/cwm";
import { ldb } from "@/lib/adapters/ldb";
import { next } from "@/lib/adapters/next";
import { nextTracewise } from "@/lib/adapters/next-tracewise";
import { scratchpad } from "@/lib/adapters/scratchpad";
import { semcoder } from "@/lib/adapters/semcoder";
import { semcoderTracewise } from "@/lib/adapters/semcoder-tracewise";
import { statelens } from "@/lib/adapters/statelens";
import { AppError } from "@/lib/errors/app-error";

const adapters: readonly Adapter[] = [
  next,
  semcoder,
  codeexecutor,
  concise,
  scratchpad,
  nextTracewise,
  semcoderTracewise,
  codeexecutorTracewise,
  conciseTracewise,
  cwm,
  statelens,
  ldb,
];

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
