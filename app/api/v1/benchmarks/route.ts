import { listBenchmarks } from "@/lib/benchmarks/data";
import { handle } from "@/lib/http/handle";

export const GET = handle(async () => {
  return Response.json({ benchmarks: await listBenchmarks() }, { headers: { "Cache-Control": "no-store" } });
});
