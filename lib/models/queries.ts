import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { modelListSchema, modelOutcomeSchema, modelTestSchema } from "./api-schema";
import type { Model, ModelInput } from "./schema";

/** The models that are set up, with providers and keys. */
export function modelsQuery() {
  return queryOptions({
    queryKey: ["models"],
    queryFn: ({ signal }) => fetchJson("/api/v1/models", modelListSchema, { signal }),
  });
}

/** Sets up a model; `before` is the id of the one that is changed, null for a new one. */
export function saveModelMutation() {
  return mutationOptions({
    mutationKey: ["models", "save"],
    mutationFn: ({ model, before }: { readonly model: ModelInput; readonly before: string | null }) =>
      before === null
        ? fetchJson("/api/v1/models", modelOutcomeSchema, jsonBody(model))
        : fetchJson(`/api/v1/models/${before}`, modelOutcomeSchema, { ...jsonBody(model), method: "PUT" }),
  });
}

export async function deleteModel(id: string): Promise<void> {
  await fetchJson(`/api/v1/models/${id}`, z.null(), { method: "DELETE" });
}

/** Asks a model for one word, whether it is set up or not. */
export function testModelMutation() {
  return mutationOptions({
    mutationKey: ["models", "test"],
    mutationFn: (model: Model) => fetchJson("/api/v1/model-tests", modelTestSchema, jsonBody(model)),
  });
}
