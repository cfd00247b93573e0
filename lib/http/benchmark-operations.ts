import { z } from "zod";
import {
  benchmarkListSchema,
  benchmarkSchema,
  problemDetailSchema,
  problemPageSchema,
  problemQuerySchema,
  verificationStateSchema,
} from "@/lib/benchmarks/api-schema";
import { benchmarkImportRequestSchema } from "@/lib/benchmarks/import-schema";
import type { ApiOperation } from "./api-operations";

const benchmark = { id: z.string() };

/** Addresses of benchmarks. */
export const benchmarkOperations: readonly ApiOperation[] = [
  {
    method: "get",
    path: "/api/v1/benchmarks",
    summary: "List the benchmarks that are here, newest first",
    answers: { 200: benchmarkListSchema },
    errors: [],
  },
  {
    method: "post",
    path: "/api/v1/benchmarks",
    summary: "Import the files of an upload as benchmarks; answers with a line of JSON for each piece of progress and the report",
    body: benchmarkImportRequestSchema,
    answers: { 200: null },
    errors: [400, 413, 415, 422],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}",
    summary: "Read what a benchmark holds",
    parameters: benchmark,
    answers: { 200: benchmarkSchema },
    errors: [404],
  },
  {
    method: "delete",
    path: "/api/v1/benchmarks/{id}",
    summary: "Delete a benchmark that no experiment uses",
    parameters: benchmark,
    answers: { 204: null },
    errors: [404, 409],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}/problems",
    summary: "List a benchmark's problems, a page at a time",
    parameters: benchmark,
    query: problemQuerySchema,
    answers: { 200: problemPageSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}/problems/{problem}",
    summary: "Read one problem with its first tests, solution, and what the judge said of its programs",
    parameters: { ...benchmark, problem: z.string() },
    answers: { 200: problemDetailSchema },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/benchmarks/{id}/verification",
    summary: "Read how far a benchmark was checked against itself, and what is to be known of its programs",
    parameters: benchmark,
    answers: { 200: verificationStateSchema },
    errors: [404],
  },
  {
    method: "post",
    path: "/api/v1/benchmarks/{id}/verification",
    summary: "Judge a benchmark's solutions and buggy programs, or go on with it",
    parameters: benchmark,
    answers: { 202: verificationStateSchema },
    errors: [404],
  },
  {
    method: "delete",
    path: "/api/v1/benchmarks/{id}/verification",
    summary: "Stop judging a benchmark's programs; what was judged stays",
    parameters: benchmark,
    answers: { 200: verificationStateSchema },
    errors: [404],
  },
];
