import { planRequestSchema } from "@/lib/experiments/api-schema";
import { planSpec } from "@/lib/experiments/plan-spec";
import { readSpec } from "@/lib/experiments/read-spec";
import { specToYaml } from "@/lib/experiments/spec-yaml";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";

export const POST = handle(async (request) => {
  const asked = parseInput(planRequestSchema, await readJsonBody(request, 2_000_000));
  const planned = await planSpec(readSpec(asked), asked.assumptions);
  const yaml = specToYaml(planned.spec, planned.specHash);
  return Response.json({ ...planned, yaml }, { headers: { "Cache-Control": "no-store" } });
});
