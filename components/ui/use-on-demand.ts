import { useCallback, useState } from "react";
import { useToast } from "./toast";

type OnDemand<T> = {
  /** Null until it was asked for and is there. */
  readonly loaded: T | null;
  readonly load: () => void;
  /** Fetches it ahead, when it is likely to be asked for. */
  readonly approach: () => void;
};

/** Code that is fetched when the reader first asks for what it does; `fetchCode` must be the same between renders. */
export function useOnDemand<T>(fetchCode: () => Promise<T>): OnDemand<T> {
  const [loaded, setLoaded] = useState<{ readonly code: T } | null>(null);
  const say = useToast();
  const load = useCallback(() => {
    fetchCode().then(
      (code) => setLoaded({ code }),
      () => say("This part of the page cannot be fetched. Check that the Polytrace server is running, then load the page again."),
    );
  }, [fetchCode, say]);
  const approach = useCallback(() => {
    fetchCode().catch(() => undefined);
  }, [fetchCode]);
  return { loaded: loaded?.code ?? null, load, approach };
}
