import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { buildMatrix } from "@/lib/results/build-matrix";
import { listArmData } from "@/lib/results/data";
import { matrixQuerySchema } from "@/lib/results/matrix-schema";

export const GET = handle(async (request) => {
  const { arms, metric } = parseQuery(matrixQuerySchema, request);
  return answerJson(request, JSON.stringify(buildMatrix(await listArmData(arms), metric)));
});
