import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { findDrilledProblem } from "@/lib/results/data-drill";
import { problemQuerySchema } from "@/lib/results/drill-schema";

export const GET = handle(async (request) => {
  const { arm, task, chain } = parseQuery(problemQuerySchema, request);
  return answerJson(request, JSON.stringify(await findDrilledProblem(arm, task, chain)));
});
