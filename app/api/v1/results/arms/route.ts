import { handle } from "@/lib/http/handle";
import { listArmChoices } from "@/lib/results/data-choices";

export const GET = handle(async () =>
  Response.json({ arms: await listArmChoices() }, { headers: { "Cache-Control": "private, no-cache" } }),
);
