import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { importRequestSchema } from "@/lib/imports/api-schema";
import { streamImport } from "@/lib/imports/stream-import";

export const POST = handle(async (request) => {
  const asked = parseInput(importRequestSchema, await readJsonBody(request, 4 * 2 ** 20));
  const events = await streamImport(asked);
  return new Response(events, { headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" } });
});
