import { loadDebugProblem } from "@/lib/debug/load-problem";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const problem = await loadDebugProblem((await params).id);
  if (problem === null) throw notFound("The problem");
  return Response.json(problem, { headers: { "Cache-Control": "no-store" } });
});
