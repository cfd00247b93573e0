import { modelListSchema, modelOutcomeSchema, modelTestSchema } from "@/lib/models/api-schema";
import { modelSchema, slugSchema } from "@/lib/models/schema";
import type { ApiOperation } from "./api-operations";

const model = { id: slugSchema };
const bodyErrors = [400, 413, 415, 422] as const;

/** Addresses of models. */
export const modelOperations: readonly ApiOperation[] = [
  {
    method: "get",
    path: "/api/v1/models",
    summary: "List the models that are set up, which of their keys this server has, and the kinds of providers",
    answers: { 200: modelListSchema },
    errors: [],
  },
  {
    method: "post",
    path: "/api/v1/models",
    summary: "Set up a model",
    body: modelSchema,
    answers: { 201: modelOutcomeSchema },
    errors: [...bodyErrors, 409],
  },
  {
    method: "post",
    path: "/api/v1/model-tests",
    summary: "Ask a model that is not set up yet for one word, to see whether it answers",
    body: modelSchema,
    answers: { 200: modelTestSchema },
    errors: bodyErrors,
  },
  {
    method: "put",
    path: "/api/v1/models/{id}",
    summary: "Change a model, or set it up",
    parameters: model,
    body: modelSchema,
    answers: { 200: modelOutcomeSchema, 201: modelOutcomeSchema },
    errors: bodyErrors,
  },
  {
    method: "delete",
    path: "/api/v1/models/{id}",
    summary: "Remove a model; experiments keep their copy",
    parameters: model,
    answers: { 204: null },
    errors: [404],
  },
  {
    method: "post",
    path: "/api/v1/models/{id}/test",
    summary: "Ask a model for one word, to see whether it answers",
    parameters: model,
    answers: { 200: modelTestSchema },
    errors: [404],
  },
];
