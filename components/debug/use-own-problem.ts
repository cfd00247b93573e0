"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { useStored } from "@/components/ui/use-stored";
import { type OwnProblem, ownProblemSchema } from "@/lib/debug/schema";
import { unpackFragment } from "@/lib/links/pack-fragment";

const firstOwn: OwnProblem = {
  description: "longest_run(text) returns the length of the longest run of equal characters; 0 for an empty text.",
  program: `def longest_run(text):
    best = 0
    run = 0
    before = None
    for character in text:
        if character == before:
            run += 1
        else:
            run = 1
        before = character
    best = max(best, run)
    return best
`,
  tests: {
    kind: "calls",
    rows: [
      { call: "longest_run('aabbbb')", expected: "4" },
      { call: "longest_run('aaab')", expected: "3" },
    ],
  },
};

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The reader's own program and tests: those that a link carries, until they are edited; else those of the last visit. */
export function useOwnProblem(): readonly [OwnProblem, (own: OwnProblem) => void] {
  const [stored, store] = useStored("polytrace:debug-own", ownProblemSchema, firstOwn);
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => "",
  );
  const linked = useQuery({
    queryKey: ["debug", "own", fragment],
    queryFn: fragment === "" ? skipToken : async () => ownProblemSchema.safeParse(await unpackFragment(fragment)).data ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [edited, setEdited] = useState<string | null>(null);
  const carried = edited === fragment ? null : (linked.data ?? null);
  const change = (own: OwnProblem) => {
    setEdited(fragment);
    store(own);
  };
  return [carried ?? stored, change];
}
