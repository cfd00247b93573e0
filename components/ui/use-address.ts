import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { changeSearch } from "./change-search";

/**
 * A value in the page's address, null where it has none, and what sets it. The page is drawn anew as a transition: the reader's click or key
 * does not wait for it.
 */
export function useAddress(name: string): readonly [string | null, (value: string | null) => void] {
  const value = useSearchParams().get(name);
  const set = useCallback(
    (next: string | null) => {
      const search = changeSearch(window.location.search, name, next);
      window.history.replaceState(null, "", `${window.location.pathname}${search}${window.location.hash}`);
    },
    [name],
  );
  return [value === "" ? null : value, set];
}
