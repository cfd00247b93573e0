import { mutationOptions } from "@tanstack/react-query";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type LinkRequest, linkOutcomeSchema } from "./api-schema";

/** Makes a short link; the same recording and view give the same link. */
export function createLinkMutation() {
  return mutationOptions({
    mutationKey: ["links", "create"],
    mutationFn: (request: LinkRequest) => fetchJson("/api/v1/links", linkOutcomeSchema, jsonBody(request)),
  });
}
