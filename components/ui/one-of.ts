/** A check for one of a few values, where a schema's library would weigh more than the page that remembers them. */
export function oneOf<const T>(...values: readonly T[]) {
  return {
    safeParse: (value: unknown): { success: true; data: T } | { success: false } => {
      for (const each of values) if (each === value) return { success: true, data: each };
      return { success: false };
    },
  };
}
