import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { healthSchema } from "./schema";

/** How the server fares; asked again every minute, so that a warning goes when its reason is gone. */
export function healthQuery() {
  return queryOptions({
    queryKey: ["health"],
    queryFn: ({ signal }) => fetchJson("/api/v1/health", healthSchema, { signal }),
    refetchInterval: 60_000,
  });
}
