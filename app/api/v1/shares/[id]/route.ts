import { handle } from "@/lib/http/handle";
import { notFound } from "@/lib/http/not-found";
import { revokeShare } from "@/lib/shares/data";

export const DELETE = handle(async (_request, { params }: RouteContext<"/api/v1/shares/[id]">) => {
  if (!(await revokeShare((await params).id, new Date()))) throw notFound("The share");
  return Response.json({ revoked: true }, { headers: { "Cache-Control": "no-store" } });
});
