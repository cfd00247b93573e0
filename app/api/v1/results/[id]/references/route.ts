import { findExperiment } from "@/lib/experiments/data";
import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { attachRequestSchema, MAXIMUM_TABLE_CHARACTERS } from "@/lib/references/attached-table";
import { saveTable } from "@/lib/references/data";
import { readAttached } from "@/lib/references/read-attached";

export const POST = handle(async (request, { params }: RouteContext<"/api/v1/results/[id]/references">) => {
  const { title, source, csv } = parseInput(attachRequestSchema, await readJsonBody(request, 4 * MAXIMUM_TABLE_CHARACTERS));
  const { id } = await params;
  if ((await findExperiment(id)) === null) throw notFound("The experiment");
  const saved = await saveTable(id, { title, table: readAttached(csv, source) }, new Date());
  return Response.json({ id: saved }, { status: 201, headers: { "Cache-Control": "no-store" } });
});
