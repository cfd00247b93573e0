import { answerStream } from "@/lib/http/answer-stream";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { recordingIdSchema } from "@/lib/recordings/api-schema";
import { findRecordingStream } from "@/lib/recordings/data";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (request, { params }) => {
  const id = parseId(recordingIdSchema, (await params).id, "The recording");
  const stored = await findRecordingStream(id, new Date());
  if (stored === null) throw notFound("The recording");
  return answerStream(request, id, stored);
});
