import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { readBanner } from "./read-banner";

/** What every page says about the server, if anything; asked again every minute, so that it goes when its reason is gone. */
export function bannerQuery() {
  return queryOptions({
    queryKey: ["health"],
    queryFn: ({ signal }) => fetchJson("/api/v1/health", { parse: readBanner }, { signal }),
    refetchInterval: 60_000,
  });
}
