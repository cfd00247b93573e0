import { findBenchmarkById, listProblemRows } from "@/lib/benchmarks/data";
import { problemQuerySchema } from "@/lib/http/experiment-operations";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const { from, count } = parseInput(problemQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
  const benchmark = await findBenchmarkById(decodeURIComponent((await params).id));
  if (benchmark === null) throw notFound("The benchmark");
  return Response.json(
    { problems: await listProblemRows(benchmark.id, from, count) },
    { headers: { "Cache-Control": "no-store" } },
  );
});
