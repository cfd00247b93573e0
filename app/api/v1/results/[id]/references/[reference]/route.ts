import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { deleteTable } from "@/lib/references/data";

export const DELETE = handle(async (_request, { params }: RouteContext<"/api/v1/results/[id]/references/[reference]">) => {
  const { id, reference } = await params;
  if (!(await deleteTable(id, reference))) throw notFound("The table");
  return Response.json({ removed: true }, { headers: { "Cache-Control": "no-store" } });
});
