import { servicesOf } from "@/lib/engine/create-services";
import { previewPrompts } from "@/lib/experiments/preview-prompts";
import { previewRequestSchema } from "@/lib/experiments/preview-schema";
import { handle } from "@/lib/http/handle";
import { parseInput } from "@/lib/http/parse-input";
import { readJsonBody } from "@/lib/http/read-json-body";
import { getRunnerPool } from "@/lib/recordings/runner-pool";

export const POST = handle(async (request) => {
  const asked = parseInput(previewRequestSchema, await readJsonBody(request, 2_000_000));
  const services = servicesOf(await getRunnerPool());
  const preview = await previewPrompts(asked, { services, signal: request.signal });
  return Response.json(preview, { headers: { "Cache-Control": "no-store" } });
});
