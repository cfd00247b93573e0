import { z } from "zod";
import { benchmarkSchema, problemRowSchema } from "@/lib/benchmarks/api-schema";
import {
  actionSchema,
  experimentIdSchema,
  experimentListSchema,
  experimentOutcomeSchema,
  planOutcomeSchema,
  planRequestSchema,
  progressSchema,
  sampleDetailSchema,
  sampleQuerySchema,
  specInputSchema,
} from "@/lib/experiments/api-schema";
import { previewRequestSchema, previewSchema } from "@/lib/experiments/preview-schema";
import { modelListSchema, modelOutcomeSchema, modelTestSchema } from "@/lib/models/api-schema";
import { modelSchema, slugSchema } from "@/lib/models/schema";
import type { ApiOperation } from "./api-operations";

const model = { id: slugSchema };
const experiment = { id: experimentIdSchema };
const bodyErrors = [400, 413, 415, 422] as const;

export const benchmarkListSchema = z.object({ benchmarks: z.array(benchmarkSchema) });
export const problemPageSchema = z.object({ problems: z.array(problemRowSchema) });
export const problemQuerySchema = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Addresses of models, benchmarks and experiments. */
export const experimentOperations: readonly ApiOperation[] = [
  {
    method: "get",
    path: "/api/v1/models",
    summary: "List the models that are set up, and the kinds of providers",
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
  {
    method: "get",
    path: "/api/v1/benchmarks",
    summary: "List the benchmarks that are here, newest first",
    answers: { 200: benchmarkListSchema },
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}",
    summary: "Read what a benchmark holds",
    parameters: { id: z.string() },
    answers: { 200: benchmarkSchema },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}/problems",
    summary: "List a benchmark's problems, a page at a time",
    parameters: { id: z.string() },
    query: problemQuerySchema,
    answers: { 200: problemPageSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/experiments",
    summary: "List experiments, newest first",
    answers: { 200: experimentListSchema },
    errors: [],
  },
  {
    method: "post",
    path: "/api/v1/experiments",
    summary: "Freeze a specification and run it",
    body: specInputSchema,
    answers: { 201: experimentOutcomeSchema },
    errors: bodyErrors,
  },
  {
    method: "post",
    path: "/api/v1/experiments/plan",
    summary: "Say what a specification would be: arms, requests, cost, time, what it can detect",
    body: planRequestSchema,
    answers: { 200: planOutcomeSchema },
    errors: bodyErrors,
  },
  {
    method: "post",
    path: "/api/v1/experiments/prompts",
    summary: "Show the prompts of one problem exactly as a run would send them; programs are run and recorded for it",
    body: previewRequestSchema,
    answers: { 200: previewSchema },
    errors: [...bodyErrors, 503],
  },
  {
    method: "get",
    path: "/api/v1/experiments/{id}",
    summary: "Read how far an experiment is, arm by arm",
    parameters: experiment,
    answers: { 200: progressSchema },
    errors: [404],
  },
  {
    method: "delete",
    path: "/api/v1/experiments/{id}",
    summary: "Delete an experiment that does not run",
    parameters: experiment,
    answers: { 204: null },
    errors: [404, 409],
  },
  {
    method: "get",
    path: "/api/v1/experiments/{id}/spec",
    summary: "Read the frozen specification as YAML",
    parameters: experiment,
    answers: { 200: null },
    errors: [404],
  },
  {
    method: "post",
    path: "/api/v1/experiments/{id}/actions",
    summary: "Pause, resume, cancel, retry errors, or ask for more samples",
    parameters: experiment,
    body: actionSchema,
    answers: { 200: progressSchema },
    errors: [...bodyErrors, 404, 409],
  },
  {
    method: "get",
    path: "/api/v1/experiments/{id}/sample",
    summary: "Read one sample: prompt as sent, answer, program, verdicts",
    parameters: experiment,
    query: sampleQuerySchema,
    answers: { 200: sampleDetailSchema },
    errors: [404, 422],
  },
];
