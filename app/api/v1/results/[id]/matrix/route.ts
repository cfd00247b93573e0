import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { buildMatrix } from "@/lib/results/build-matrix";
import { listArmData, listArmIds } from "@/lib/results/data";
import { matrixQuerySchema } from "@/lib/results/matrix-schema";

export const GET = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]/matrix">) => {
  const { arms, metric } = parseQuery(matrixQuerySchema, request);
  const own = new Set(await listArmIds((await params).id));
  const matrix = buildMatrix(await listArmData(arms.filter((id) => own.has(id))), metric);
  return answerJson(request, JSON.stringify(matrix));
});
