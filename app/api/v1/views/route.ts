import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { listViews, saveView } from "@/lib/views/data";
import { saveViewRequestSchema } from "@/lib/views/schema";

const headers = { "Cache-Control": "no-store" };

export const GET = handle(async () => Response.json({ views: await listViews() }, { headers }));

export const POST = handle(async (request) => {
  const wanted = parseInput(saveViewRequestSchema, await readJsonBody(request, 65_536));
  return Response.json(await saveView(wanted, new Date()), { status: 201, headers });
});
