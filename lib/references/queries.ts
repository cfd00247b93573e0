import { mutationOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type AttachRequest, attachOutcomeSchema } from "@/lib/references/attached-table";

export function attachTableMutation(experimentId: string) {
  return mutationOptions({
    mutationKey: ["references", "attach", experimentId],
    mutationFn: (request: AttachRequest) =>
      fetchJson(`/api/v1/results/${experimentId}/references`, attachOutcomeSchema, jsonBody(request)),
  });
}

export function removeTableMutation(experimentId: string) {
  return mutationOptions({
    mutationKey: ["references", "remove", experimentId],
    mutationFn: (id: string) =>
      fetchJson(`/api/v1/results/${experimentId}/references/${id}`, z.object({ removed: z.literal(true) }), { method: "DELETE" }),
  });
}
