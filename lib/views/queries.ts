import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type SaveViewRequest, savedViewListSchema, savedViewSchema } from "@/lib/views/schema";

export function viewsQuery() {
  return queryOptions({
    queryKey: ["views"],
    queryFn: ({ signal }) => fetchJson("/api/v1/views", savedViewListSchema, { signal }),
    staleTime: 0,
  });
}

export function saveViewMutation() {
  return mutationOptions({
    mutationKey: ["views", "save"],
    mutationFn: (request: SaveViewRequest) => fetchJson("/api/v1/views", savedViewSchema, jsonBody(request)),
  });
}

export function deleteViewMutation() {
  return mutationOptions({
    mutationKey: ["views", "delete"],
    mutationFn: (id: string) => fetchJson(`/api/v1/views/${id}`, z.object({ deleted: z.literal(true) }), { method: "DELETE" }),
  });
}
