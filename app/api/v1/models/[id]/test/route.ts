import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { findModel } from "@/lib/models/data";
import { testModel } from "@/lib/models/test-model";

type Context = { params: Promise<{ id: string }> };

export const POST = handle<Context>(async (request, { params }) => {
  const model = await findModel((await params).id);
  if (model === null) throw notFound("The model");
  return Response.json(await testModel(model, request.signal), { headers: { "Cache-Control": "no-store" } });
});
