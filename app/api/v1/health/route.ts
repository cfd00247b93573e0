import { describeHealth } from "@/lib/health/describe-health";
import { handle } from "@/lib/http/handle";

export const GET = handle(async () => {
  const health = await describeHealth();
  return Response.json(health, { status: health.status === "down" ? 503 : 200, headers: { "Cache-Control": "no-store" } });
});
