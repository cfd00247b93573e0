/** The visits of one source line that are shown: the first `head`, then (when any are left out) only the last. */
export type ShownVisits<T> = { readonly first: readonly T[]; readonly last: T | null; readonly elided: number };

/** Cuts the visits of a line to its first `head` and the last; `head` 0 shows all. */
export function elideVisits<T>(visits: readonly T[], head: number): ShownVisits<T> {
  const last = visits.at(-1);
  if (head === 0 || visits.length <= head + 1 || last === undefined) return { first: visits, last: null, elided: 0 };
  return { first: visits.slice(0, head), last, elided: visits.length - head - 1 };
}
