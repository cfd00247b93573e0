import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { deleteView } from "@/lib/views/data";

export const DELETE = handle(async (_request, { params }: RouteContext<"/api/v1/views/[id]">) => {
  if (!(await deleteView((await params).id))) throw notFound("The view");
  return Response.json({ deleted: true }, { headers: { "Cache-Control": "no-store" } });
});
