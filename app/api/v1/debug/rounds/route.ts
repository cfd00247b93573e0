import { MAXIMUM_ROUND_BODY_BYTES, roundRequestSchema } from "@/lib/debug/schema";
import { streamRound } from "@/lib/debug/stream-round";
import { clientKey } from "@/lib/http/client-key";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";

export const POST = handle(async (request) => {
  const asked = parseInput(roundRequestSchema, await readJsonBody(request, MAXIMUM_ROUND_BODY_BYTES));
  return streamRound(asked, { client: clientKey(request), signal: request.signal });
});
