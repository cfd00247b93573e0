import { specInputSchema } from "@/lib/experiments/api-schema";
import { listExperimentRows } from "@/lib/experiments/data-list";
import { readSpec } from "@/lib/experiments/read-spec";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";

const headers = { "Cache-Control": "no-store" };

export const GET = handle(async () => Response.json({ experiments: await listExperimentRows() }, { headers }));

export const POST = handle(async (request) => {
  const source = parseInput(specInputSchema, await readJsonBody(request, 2_000_000));
  const id = await startExperiment(readSpec(source), new Date());
  return Response.json({ id }, { status: 201, headers: { ...headers, Location: `/api/v1/experiments/${id}` } });
});
