import { AppError } from "@/lib/errors/app-error";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";
import { listSampleGroups } from "@/lib/results/data-groups";
import { groupsQuerySchema } from "@/lib/results/groups-schema";

export const GET = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]/groups">) => {
  const { filter: text, by } = parseQuery(groupsQuerySchema, request);
  const parsed = parseFilter(text, sampleFields);
  if (!parsed.ok) throw new AppError("invalid_input", `The filter cannot be used: ${parsed.fault.message}.`, { ...parsed.fault });
  const groups = await listSampleGroups((await params).id, by, parsed.filter);
  return Response.json({ by, groups }, { headers: { "Cache-Control": "private, no-cache" } });
});
