import { z } from "zod";
import { adapterListSchema, renderingSchema } from "@/lib/adapters/api-schema";
import { exampleListSchema } from "@/lib/examples/schema";
import { healthSchema } from "@/lib/health/schema";
import { linkIdSchema, linkOutcomeSchema, linkRequestSchema, linkSchema } from "@/lib/links/api-schema";
import {
  listQuerySchema,
  recordingDetailSchema,
  recordingIdSchema,
  recordingListSchema,
  recordOutcomeSchema,
  recordRequestSchema,
  stepsQuerySchema,
} from "@/lib/recordings/api-schema";
import { stepsPageSchema } from "@/lib/recordings/steps-schema";
import { renderingQuerySchema } from "@/lib/traces/parse-rendering-query";
import { benchmarkOperations } from "./benchmark-operations";
import { debugOperations } from "./debug-operations";
import { experimentOperations } from "./experiment-operations";
import { modelOperations } from "./model-operations";
import { resultsOperations } from "./results-operations";

export type ApiOperation = {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly parameters?: Readonly<Record<string, z.ZodType>>;
  readonly query?: z.ZodObject;
  /** Whether other names than those of `query` are taken too: the options of an adapter. */
  readonly takesOptions?: true;
  readonly body?: z.ZodType;
  /** Successful answers by status; null stands for bytes. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Statuses of errors, besides 403 and 500. */
  readonly errors: readonly number[];
};

const recording = { id: recordingIdSchema };

/** All addresses of the API, version 1. */
export const apiOperations: readonly ApiOperation[] = [
  {
    method: "post",
    path: "/api/v1/recordings",
    summary: "Record a program, or find the recording of the same run",
    body: recordRequestSchema,
    answers: { 200: recordOutcomeSchema, 201: recordOutcomeSchema },
    errors: [400, 413, 415, 422, 429, 503],
  },
  {
    method: "get",
    path: "/api/v1/recordings",
    summary: "List the recordings used last",
    query: listQuerySchema,
    answers: { 200: recordingListSchema },
    errors: [422],
  },
  {
    method: "get",
    path: "/api/v1/recordings/{id}",
    summary: "Read how a recording was made and how it ended",
    parameters: recording,
    answers: { 200: recordingDetailSchema },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/recordings/{id}/stream",
    summary: "Read a recording as the recorder wrote it (docs/trace-format.md)",
    parameters: recording,
    answers: { 200: null },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/recordings/{id}/steps",
    summary: "Read steps as JSON, a page at a time",
    parameters: recording,
    query: stepsQuerySchema,
    answers: { 200: stepsPageSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/recordings/{id}/renderings/{adapter}",
    summary: "Render a recording in a trace format",
    parameters: { ...recording, adapter: z.string() },
    query: renderingQuerySchema,
    takesOptions: true,
    answers: { 200: renderingSchema },
    errors: [404, 422],
  },
  {
    method: "post",
    path: "/api/v1/links",
    summary: "Make a short link to a recording with panes, options and step, and keep the recording from expiring",
    body: linkRequestSchema,
    answers: { 200: linkOutcomeSchema, 201: linkOutcomeSchema },
    errors: [400, 404, 413, 415, 422],
  },
  {
    method: "get",
    path: "/api/v1/links/{id}",
    summary: "Read what a short link shows",
    parameters: { id: linkIdSchema },
    answers: { 200: linkSchema },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/adapters",
    summary: "List the trace formats and their options",
    answers: { 200: adapterListSchema },
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/examples",
    summary: "List the programs that come with the product",
    answers: { 200: exampleListSchema },
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/health",
    summary: "Read versions, jail, queue, limits and database",
    answers: { 200: healthSchema, 503: healthSchema },
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/openapi.json",
    summary: "Read this document",
    answers: { 200: z.record(z.string(), z.unknown()) },
    errors: [],
  },
  ...modelOperations,
  ...benchmarkOperations,
  ...experimentOperations,
  ...debugOperations,
  ...resultsOperations,
];
