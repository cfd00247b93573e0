import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseQuery } from "@/lib/http/parse-query";
import { listArmData } from "@/lib/results/data";
import { flipsQuerySchema } from "@/lib/results/drill-schema";
import { listFlips } from "@/lib/results/list-flips";

export const GET = handle(async (request) => {
  const { arm: armId, baseline: baselineId, metric } = parseQuery(flipsQuerySchema, request);
  const arms = await listArmData([armId, baselineId]);
  const arm = arms.find(({ id }) => id === armId);
  const baseline = arms.find(({ id }) => id === baselineId);
  if (arm === undefined || baseline === undefined) throw notFound("The arm");
  return answerJson(request, JSON.stringify(listFlips(arm, baseline, metric)));
});
