import { actOnExperiment } from "@/lib/experiments/act-on-experiment";
import { actionSchema } from "@/lib/experiments/api-schema";
import { findProgress } from "@/lib/experiments/data-progress";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";

type Context = { params: Promise<{ id: string }> };

export const POST = handle<Context>(async (request, { params }) => {
  const { id } = await params;
  const action = parseInput(actionSchema, await readJsonBody(request, 100_000));
  await actOnExperiment(id, action, new Date());
  return Response.json(await findProgress(id), { headers: { "Cache-Control": "no-store" } });
});
