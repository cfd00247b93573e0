import { AppError } from "@/lib/errors/app-error";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseQuery } from "@/lib/http/parse-query";
import { exportSamples } from "@/lib/results/export-samples";
import { loadReport } from "@/lib/results/load-report";
import { exportQuerySchema } from "@/lib/results/samples-schema";
import { reportSettingSchema } from "@/lib/results/setting-schema";

export const GET = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]/export">) => {
  const { filter: text, ...wanted } = parseQuery(exportQuerySchema, request);
  const parsed = parseFilter(text, sampleFields);
  if (!parsed.ok) throw new AppError("invalid_input", `The filter cannot be used: ${parsed.fault.message}.`, { ...parsed.fault });
  const experimentId = (await params).id;
  const report = await loadReport(experimentId, reportSettingSchema.parse({}));
  if (report === null) throw notFound("The experiment");
  const arms = new Map(report.arms.map((arm) => [arm.id, arm]));
  const file = await exportSamples({ ...wanted, experimentId, filter: parsed.filter, arms });
  if (file === null) throw new AppError("invalid_input", `There is no format "${wanted.format}".`);
  const body = file.body instanceof Uint8Array ? new Uint8Array(file.body) : file.body;
  const headers = { "Content-Type": file.mediaType, "Content-Disposition": `attachment; filename="samples.${file.extension}"` };
  return new Response(body, { headers });
});
