const NAMES = ["baseline", "metric", "correction", "level", "contrasts", "clusters"] as const;

/** The part of the page's address that changes how numbers are computed, in one order. */
export function settingQuery(search: { get: (name: string) => string | null }): string {
  const chosen = new URLSearchParams();
  for (const name of NAMES) {
    const value = search.get(name);
    if (value !== null && value !== "") chosen.set(name, value);
  }
  return chosen.toString();
}
