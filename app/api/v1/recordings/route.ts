import { clientKey } from "@/lib/http/client-key";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { parseQuery } from "@/lib/http/parse-query";
import { readJsonBody } from "@/lib/http/read-json-body";
import { listQuerySchema, MAXIMUM_RECORD_BODY_BYTES, recordRequestSchema } from "@/lib/recordings/api-schema";
import { listRecentRecordings } from "@/lib/recordings/list-recent-recordings";
import { recordProgram } from "@/lib/recordings/record-program";

export const GET = handle(async (request) => {
  const { limit } = parseQuery(listQuerySchema, request);
  const recordings = await listRecentRecordings(limit, new Date());
  return Response.json({ recordings }, { headers: { "Cache-Control": "no-store" } });
});

export const POST = handle(async (request) => {
  const asked = parseInput(recordRequestSchema, await readJsonBody(request, MAXIMUM_RECORD_BODY_BYTES));
  const outcome = await recordProgram({ ...asked, client: clientKey(request), signal: request.signal });
  const headers = { "Cache-Control": "no-store", Location: `/api/v1/recordings/${outcome.id}` };
  return Response.json(outcome, { status: outcome.cached ? 200 : 201, headers });
});
