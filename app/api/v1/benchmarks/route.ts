import { listBenchmarks } from "@/lib/benchmarks/data";
import { benchmarkImportRequestSchema } from "@/lib/benchmarks/import-schema";
import { streamBenchmarkImport } from "@/lib/benchmarks/stream-benchmark-import";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";

export const GET = handle(async () => {
  return Response.json({ benchmarks: await listBenchmarks() }, { headers: { "Cache-Control": "no-store" } });
});

export const POST = handle(async (request) => {
  const asked = parseInput(benchmarkImportRequestSchema, await readJsonBody(request, 4 * 2 ** 20));
  const events = await streamBenchmarkImport(asked);
  return new Response(events, { headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" } });
});
