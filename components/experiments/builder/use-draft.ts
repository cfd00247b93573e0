"use client";
import { useCallback, useState } from "react";
import { useStored, writeStored } from "@/components/ui/use-stored";
import { type Draft, draftSchema, rehearsalDraft } from "@/lib/experiments/draft";

const draftKey = "polytrace:experiment-draft";

export type DraftState = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Back to the first rehearsal. */
  readonly reset: () => void;
};

/** The draft that is being written; kept in this browser until it is started. What an address asked for comes first. */
export function useDraft(prefilled: Draft | null): DraftState {
  const [initial] = useState(() => prefilled ?? rehearsalDraft());
  const [stored] = useStored(draftKey, draftSchema, initial);
  const [edited, setEdited] = useState<Draft | null>(prefilled);
  const draft = edited ?? stored;
  const set = useCallback((next: Draft) => {
    setEdited(next);
    writeStored(draftKey, next);
  }, []);
  return {
    draft,
    change: (part) => set({ ...draft, ...part }),
    reset: () => set(rehearsalDraft()),
  };
}
