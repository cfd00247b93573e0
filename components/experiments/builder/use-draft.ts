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

/** What the page begins with: the draft that its address asks for, or the rehearsal. */
export type FirstDraft = { readonly draft: Draft; readonly isAsked: boolean };

/** The draft that is being written; kept in this browser until it is started. What an address asked for comes first. */
export function useDraft({ draft: initial, isAsked }: FirstDraft): DraftState {
  const [stored] = useStored(draftKey, draftSchema, initial);
  const [edited, setEdited] = useState<Draft | null>(isAsked ? initial : null);
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
