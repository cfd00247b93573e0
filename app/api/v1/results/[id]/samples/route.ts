import { AppError } from "@/lib/errors/app-error";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { listSamplesPage } from "@/lib/results/data-samples";
import { samplesQuerySchema } from "@/lib/results/samples-schema";

export const GET = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]/samples">) => {
  const { filter: text, ...wanted } = parseQuery(samplesQuerySchema, request);
  const parsed = parseFilter(text, sampleFields);
  if (!parsed.ok) throw new AppError("invalid_input", `The filter cannot be used: ${parsed.fault.message}.`, { ...parsed.fault });
  const page = await listSamplesPage((await params).id, { ...wanted, filter: parsed.filter });
  return Response.json(page, { headers: { "Cache-Control": "private, no-cache" } });
});
