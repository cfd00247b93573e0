import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { linkRequestSchema, MAXIMUM_LINK_BODY_BYTES } from "@/lib/links/api-schema";
import { createLink } from "@/lib/links/data";

export const POST = handle(async (request) => {
  const asked = parseInput(linkRequestSchema, await readJsonBody(request, MAXIMUM_LINK_BODY_BYTES));
  const made = await createLink(asked, new Date());
  if (made === null) throw notFound("The recording");
  const headers = { "Cache-Control": "no-store", Location: `/api/v1/links/${made.id}` };
  return Response.json({ id: made.id, path: `/t/${made.id}` }, { status: made.isNew ? 201 : 200, headers });
});
