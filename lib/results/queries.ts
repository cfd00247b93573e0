import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";

// A page comes with what it shows first: the schemas, and zod with them, are fetched with the first answer that they check.
const reportSchema = async () => (await import("./schema")).reportSchema;
const armChoicesSchema = async () => (await import("./compare-schema")).armChoicesSchema;

/** A report with other settings than those that the page came with; `query` is the address's. */
export function reportQuery(id: string, query: string) {
  return queryOptions({
    queryKey: ["results", id, query],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/${id}${query === "" ? "" : `?${query}`}`, reportSchema(), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Arms of any experiments put together. */
export function comparisonQuery(query: string) {
  return queryOptions({
    queryKey: ["results", "comparison", query],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/comparison?${query}`, reportSchema(), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** All arms that can be put together. */
export function armChoicesQuery() {
  return queryOptions({
    queryKey: ["results", "arms"],
    queryFn: ({ signal }) => fetchJson("/api/v1/results/arms", armChoicesSchema(), { signal }),
  });
}
