import { answerJson } from "@/lib/http/answer-json";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { parseQuery } from "@/lib/http/parse-query";
import { recordingIdSchema, stepsQuerySchema } from "@/lib/recordings/api-schema";
import { askRecording } from "@/lib/recordings/ask-recording";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const id = parseId(recordingIdSchema, (await params).id, "The recording");
  const { from, to } = parseQuery(stepsQuerySchema, request);
  const text = await askRecording(id, { kind: "steps", from, to }, new Date());
  if (text === null) throw notFound("The recording");
  return answerJson(request, text);
});
