import { createContext, use } from "react";
import type { Matrix } from "@/lib/results/matrix-schema";

/** Of a shared page: what was kept with the report; null on pages of live data. */
export type PinnedView = { readonly matrices: Readonly<Record<string, Matrix>>; readonly hasNewer: boolean | null };

export const PinnedContext = createContext<PinnedView | null>(null);

/** What this page is pinned to: nothing there can be asked for again with other settings. */
export function usePinned(): PinnedView | null {
  return use(PinnedContext);
}
