import { describeHealth } from "@/lib/health/describe-health";
import { handle } from "@/lib/http/handle";

export const GET = handle(async () => Response.json(await describeHealth(), { headers: { "Cache-Control": "no-store" } }));
