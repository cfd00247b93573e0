import { getAdapter } from "@/lib/adapters/registry";
import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { MAXIMUM_RENDERING_CHARACTERS, recordingIdSchema } from "@/lib/recordings/api-schema";
import { loadRecording } from "@/lib/recordings/load-recording";
import { checkSize } from "@/lib/traces/check-size";
import { parseRenderingQuery } from "@/lib/traces/parse-rendering-query";
import { renderTrace } from "@/lib/traces/render-trace";

type Context = { params: Promise<{ id: string; adapter: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const parameters = await params;
  const id = parseId(recordingIdSchema, parameters.id, "The recording");
  const adapter = getAdapter(parameters.adapter);
  const asked = parseRenderingQuery(adapter, new URL(request.url).searchParams);
  const recording = await loadRecording(id, new Date());
  if (recording === null) throw notFound("The recording");
  if (asked.budget === undefined) checkSize({ adapter, recording, options: asked.options }, MAXIMUM_RENDERING_CHARACTERS);
  return answerJson(request, JSON.stringify(await renderTrace({ recording, ...asked })));
});
