import { problemQuerySchema } from "@/lib/benchmarks/api-schema";
import { listProblemRows } from "@/lib/benchmarks/data-problems";
import { getBenchmark } from "@/lib/benchmarks/get-benchmark";
import { handle } from "@/lib/http/handle";
import { parseQuery } from "@/lib/http/parse-query";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const query = parseQuery(problemQuerySchema, request);
  const { id } = await getBenchmark((await params).id);
  return Response.json(await listProblemRows(id, query), { headers: { "Cache-Control": "no-store" } });
});
