import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseQuery } from "@/lib/http/parse-query";
import { loadReport } from "@/lib/results/load-report";
import { reportSettingSchema } from "@/lib/results/setting-schema";

export const GET = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]">) => {
  const report = await loadReport((await params).id, parseQuery(reportSettingSchema, request));
  if (report === null) throw notFound("The experiment");
  return answerJson(request, JSON.stringify(report));
});
