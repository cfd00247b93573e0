import { sampleQuerySchema } from "@/lib/experiments/api-schema";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { findSampleDetail } from "@/lib/samples/data-detail";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const { arm, task, chain, round } = parseInput(sampleQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
  const sample = await findSampleDetail({ experimentId: (await params).id, armId: arm, taskId: task, chain, round });
  if (sample === null) throw notFound("The sample");
  return Response.json(sample, { headers: { "Cache-Control": "no-store" } });
});
