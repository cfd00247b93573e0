import { deleteBenchmark } from "@/lib/benchmarks/data";
import { getBenchmark } from "@/lib/benchmarks/get-benchmark";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const benchmark = await getBenchmark((await params).id);
  return Response.json(benchmark, { headers: { "Cache-Control": "no-store" } });
});

export const DELETE = handle<Context>(async (_request, { params }) => {
  if (!(await deleteBenchmark(decodeURIComponent((await params).id)))) throw notFound("The benchmark");
  return new Response(null, { status: 204 });
});
