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
import type { ApiOperation } from "./api-operations";

const experiment = { id: experimentIdSchema };
const bodyErrors = [400, 413, 415, 422] as const;

/** Addresses of experiments. */
export const experimentOperations: readonly ApiOperation[] = [
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
