import { AppError } from "@/lib/errors/app-error";
import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { compareQuerySchema } from "@/lib/results/compare-schema";
import { loadComparison } from "@/lib/results/load-comparison";

export const GET = handle(async (request) => {
  const report = await loadComparison(parseQuery(compareQuerySchema, request));
  if (report === null) throw new AppError("not_found", "None of these arms exists here, or all have expired.");
  return answerJson(request, JSON.stringify(report));
});
