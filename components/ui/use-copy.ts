"use client";
import { useCallback } from "react";
import { useToast } from "./toast";

/** Copies text and says so; `what` names it ("Trace", "Link"). */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const say = useToast();
  return useCallback(
    async (text: string, what: string) => {
      try {
        await navigator.clipboard.writeText(text);
        say(`${what} copied`);
      } catch {
        say("The browser did not allow copying. Select the text and copy it by hand.");
      }
    },
    [say],
  );
}
