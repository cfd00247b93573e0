import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseId } from "@/lib/http/parse-id";
import { recordingIdSchema } from "@/lib/recordings/api-schema";
import { findRecording } from "@/lib/recordings/data";

type Context = { params: Promise<{ id: string }> };

export const GET = handle<Context>(async (_request, { params }) => {
  const id = parseId(recordingIdSchema, (await params).id, "The recording");
  const recording = await findRecording(id, new Date());
  if (recording === null) throw notFound("The recording");
  return Response.json(recording, { headers: { "Cache-Control": "no-store" } });
});
