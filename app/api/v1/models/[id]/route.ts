import { readEnvironment } from "@/lib/environment/read-environment";
import { AppError } from "@/lib/errors/app-error";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { deleteModel, saveModel } from "@/lib/models/data";
import { requireKeyPermission } from "@/lib/models/require-key-permission";
import { modelSchema } from "@/lib/models/schema";

type Context = { params: Promise<{ id: string }> };

export const PUT = handle<Context>(async (request, { params }) => {
  const model = parseInput(modelSchema, await readJsonBody(request, 100_000));
  if (model.id !== (await params).id)
    throw new AppError("invalid_input", "The id in the address and the model's are not the same.");
  requireKeyPermission("keyVariable" in model ? model.keyVariable : null, readEnvironment(process.env));
  const { isNew } = await saveModel(model);
  return Response.json({ id: model.id }, { status: isNew ? 201 : 200, headers: { "Cache-Control": "no-store" } });
});

export const DELETE = handle<Context>(async (_request, { params }) => {
  if (!(await deleteModel((await params).id))) throw notFound("The model");
  return new Response(null, { status: 204 });
});
