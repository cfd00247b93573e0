import { readEnvironment } from "@/lib/environment/read-environment";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { requireKeyPermission } from "@/lib/models/require-key-permission";
import { modelSchema } from "@/lib/models/schema";
import { testModel } from "@/lib/models/test-model";

export const POST = handle(async (request) => {
  const model = parseInput(modelSchema, await readJsonBody(request, 100_000));
  requireKeyPermission("keyVariable" in model ? model.keyVariable : null, readEnvironment(process.env));
  return Response.json(await testModel(model, request.signal), { headers: { "Cache-Control": "no-store" } });
});
