"use client";
import { useCallback, useState } from "react";
import { z } from "zod";
import { useStored, writeStored } from "@/components/ui/use-stored";
import { type Draft, draftSchema, rehearsalDraft } from "@/lib/experiments/draft";

const draftKey = "polytrace:experiment-draft";
const yamlKey = "polytrace:experiment-yaml";

const faultyYamlSchema = z.object({ text: z.string(), fault: z.string() }).nullable();
/** YAML that cannot be used, as it was typed, and why it cannot. */
export type FaultyYaml = z.infer<typeof faultyYamlSchema>;

type Written = {
  /** The last design without errors. */
  readonly draft: Draft;
  /** Kept until it is corrected or discarded, so that nothing typed is lost; null: the draft is all there is. */
  readonly faultyYaml: FaultyYaml;
};

export type DraftState = Written & {
  readonly change: (part: Partial<Draft>) => void;
  readonly keepYaml: (faultyYaml: FaultyYaml) => void;
  /** Back to the first rehearsal. */
  readonly reset: () => void;
};

/** What the page begins with: the draft that its address asks for, or the rehearsal. */
export type FirstDraft = { readonly draft: Draft; readonly isAsked: boolean };

/** The draft that is being written; kept in this browser until it is started. What an address asked for comes first. */
export function useDraft({ draft: initial, isAsked }: FirstDraft): DraftState {
  const [draft] = useStored(draftKey, draftSchema, initial);
  const [faultyYaml] = useStored<FaultyYaml>(yamlKey, faultyYamlSchema, null);
  const [edited, setEdited] = useState<Written | null>(isAsked ? { draft: initial, faultyYaml: null } : null);
  const written = edited ?? { draft, faultyYaml };
  const set = useCallback((next: Written) => {
    setEdited(next);
    writeStored(draftKey, next.draft);
    writeStored(yamlKey, next.faultyYaml);
  }, []);
  return {
    ...written,
    change: (part) => set({ draft: { ...written.draft, ...part }, faultyYaml: null }),
    keepYaml: (next) => set({ ...written, faultyYaml: next }),
    reset: () => set({ draft: rehearsalDraft(), faultyYaml: null }),
  };
}
