import { AppError } from "@/lib/errors/app-error";
import { deleteExperiment, findExperiment } from "@/lib/experiments/data";
import { findProgress } from "@/lib/experiments/data-progress";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const progress = await findProgress((await params).id);
  if (progress === null) throw notFound("The experiment");
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
});

export const DELETE = handle<Context>(async (_request, { params }) => {
  const { id } = await params;
  const experiment = await findExperiment(id);
  if (experiment === null) throw notFound("The experiment");
  if (experiment.status === "running") throw new AppError("conflict", "A running experiment cannot be deleted: cancel it first.");
  await deleteExperiment(id);
  return new Response(null, { status: 204 });
});
