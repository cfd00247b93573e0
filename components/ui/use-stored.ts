import { useCallback, useMemo, useSyncExternalStore } from "react";

/** A schema, or what checks as one does. */
type StoredSchema<T> = { readonly safeParse: (value: unknown) => { success: true; data: T } | { success: false } };

const changed = "polytrace:stored";

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changed, listener);
  };
}

function readText(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Reads a remembered value; what does not fit the schema counts as absent. */
export function readStored<T>(key: string, schema: StoredSchema<T>): T | null {
  const parsed = schema.safeParse(safeJson(readText(key)));
  return parsed.success ? parsed.data : null;
}

/** Remembers a value in this browser; where storage is refused the value lives until the page is left. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}

/** A value remembered in this browser, shared between components and tabs. The server renders with `initial`. */
export function useStored<T>(key: string, schema: StoredSchema<T>, initial: T): readonly [T, (value: T) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readText(key),
    () => "",
  );
  const value = useMemo(() => {
    const parsed = text === "" ? null : schema.safeParse(safeJson(text));
    return parsed?.success ? parsed.data : initial;
  }, [text, schema, initial]);
  const set = useCallback((next: T) => writeStored(key, next), [key]);
  return [value, set];
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
