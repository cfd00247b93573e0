import { findProblemDetail } from "@/lib/benchmarks/data-problems";
import { getBenchmark } from "@/lib/benchmarks/get-benchmark";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string; problem: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const { id, problem } = await params;
  const detail = await findProblemDetail((await getBenchmark(id)).id, problem);
  if (detail === null) throw notFound("The problem");
  return Response.json(detail, { headers: { "Cache-Control": "no-store" } });
});
