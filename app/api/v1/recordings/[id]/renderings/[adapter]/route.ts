import { getAdapter } from "@/lib/adapters/registry";
import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { recordingIdSchema } from "@/lib/recordings/api-schema";
import { askRecording } from "@/lib/recordings/ask-recording";
import { parseRenderingQuery } from "@/lib/traces/parse-rendering-query";

type Context = { params: Promise<{ id: string; adapter: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const parameters = await params;
  const id = parseId(recordingIdSchema, parameters.id, "The recording");
  const adapter = getAdapter(parameters.adapter);
  const asked = parseRenderingQuery(adapter, new URL(request.url).searchParams);
  const text = await askRecording(id, { kind: "rendering", ...asked }, new Date());
  if (text === null) throw notFound("The recording");
  return answerJson(request, text);
});
