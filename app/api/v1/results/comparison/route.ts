import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseQuery } from "@/lib/http/parse-query";
import { compareQuerySchema } from "@/lib/results/compare-schema";
import { loadComparison } from "@/lib/results/load-comparison";

export const GET = handle(async (request) => {
  const report = await loadComparison(parseQuery(compareQuerySchema, request));
  if (report === null) throw notFound("None of the arms");
  return answerJson(request, JSON.stringify(report));
});
