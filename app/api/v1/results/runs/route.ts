import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseQuery } from "@/lib/http/parse-query";
import { findRuns } from "@/lib/results/data-runs";
import { problemQuerySchema } from "@/lib/results/drill-schema";

export const GET = handle(async (request) => {
  const { arm, task } = parseQuery(problemQuerySchema, request);
  const runs = await findRuns(arm, task);
  if (runs === null) throw notFound("The arm");
  return answerJson(request, JSON.stringify(runs));
});
