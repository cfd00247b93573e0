import { z } from "zod";
import { debugProblemSchema, roundRequestSchema } from "@/lib/debug/schema";
import type { ApiOperation } from "./api-operations";

/** Addresses of the debug page. */
export const debugOperations: readonly ApiOperation[] = [
  {
    method: "get",
    path: "/api/v1/debug/problems/{id}",
    summary: "Read a benchmark's problem without its hidden tests and its solution",
    parameters: { id: z.string() },
    answers: { 200: debugProblemSchema },
    errors: [404],
  },
  {
    method: "post",
    path: "/api/v1/debug/rounds",
    summary:
      "Run one round of a chain; the answer is a stream of JSON lines: prompt, text, answer, program, verdicts, recording, end",
    body: roundRequestSchema,
    answers: { 200: null },
    errors: [400, 404, 413, 415, 422, 429, 503],
  },
];
