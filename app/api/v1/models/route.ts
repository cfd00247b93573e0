import { readEnvironment } from "@/lib/environment/read-environment";
import { AppError } from "@/lib/errors/app-error";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { findModel, saveModel } from "@/lib/models/data";
import { loadModelList } from "@/lib/models/load-model-list";
import { requireKeyPermission } from "@/lib/models/require-key-permission";
import { modelSchema } from "@/lib/models/schema";

const headers = { "Cache-Control": "no-store" };

export const GET = handle(async () => Response.json(await loadModelList(), { headers }));

export const POST = handle(async (request) => {
  const model = parseInput(modelSchema, await readJsonBody(request, 100_000));
  requireKeyPermission("keyVariable" in model ? model.keyVariable : null, readEnvironment(process.env));
  if ((await findModel(model.id)) !== null) throw new AppError("conflict", `There is a model "${model.id}" already.`);
  await saveModel(model);
  return Response.json({ id: model.id }, { status: 201, headers });
});
