import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type LinkRequest, linkOutcomeSchema, linkSchema } from "./api-schema";

export function linkQuery(id: string) {
  return queryOptions({
    queryKey: ["links", id],
    queryFn: ({ signal }) => fetchJson(`/api/v1/links/${id}`, linkSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Makes a short link; the same recording and view give the same link. */
export function createLinkMutation() {
  return mutationOptions({
    mutationKey: ["links", "create"],
    mutationFn: (request: LinkRequest) => fetchJson("/api/v1/links", linkOutcomeSchema, jsonBody(request)),
  });
}
