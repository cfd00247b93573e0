import { findBenchmarkById } from "@/lib/benchmarks/data";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const benchmark = await findBenchmarkById(decodeURIComponent((await params).id));
  if (benchmark === null) throw notFound("The benchmark");
  return Response.json(benchmark, { headers: { "Cache-Control": "no-store" } });
});
