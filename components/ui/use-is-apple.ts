import { useSyncExternalStore } from "react";

const nothing = () => () => undefined;

/** Whether the reader's keyboard says ⌘ instead of Ctrl; false on the server. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    nothing,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
