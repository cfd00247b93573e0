import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type ShareRequest, shareListSchema, shareOutcomeSchema } from "@/lib/shares/schema";

/** Links to an experiment; null: to comparisons. */
export function sharesQuery(experimentId: string | null) {
  return queryOptions({
    queryKey: ["shares", experimentId],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/shares${experimentId === null ? "" : `?experiment=${experimentId}`}`, shareListSchema, { signal }),
    staleTime: 0,
  });
}

export function createShareMutation() {
  return mutationOptions({
    mutationKey: ["shares", "create"],
    mutationFn: (request: ShareRequest) => fetchJson("/api/v1/shares", shareOutcomeSchema, jsonBody(request)),
  });
}

export function revokeShareMutation() {
  return mutationOptions({
    mutationKey: ["shares", "revoke"],
    mutationFn: (id: string) => fetchJson(`/api/v1/shares/${id}`, z.object({ revoked: z.literal(true) }), { method: "DELETE" }),
  });
}
