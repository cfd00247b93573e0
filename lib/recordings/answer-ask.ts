import { getAdapter } from "@/lib/adapters/registry";
import { checkSize } from "@/lib/traces/check-size";
import { renderTrace, type TraceRequest } from "@/lib/traces/render-trace";
import { MAXIMUM_RENDERING_CHARACTERS } from "./api-schema";
import { pageSteps } from "./page-steps";
import type { Recording } from "./schema";

/** What can be asked of a recording that takes work in proportion to its length. */
export type Ask =
  | ({ readonly kind: "rendering" } & Required<Pick<TraceRequest, "options">> & Omit<TraceRequest, "recording">)
  | { readonly kind: "steps"; readonly from: number; readonly to: number | undefined };

/**
 * The answer as text of JSON.
 * @throws AppError where the recording has no such steps, or the rendering would be too large
 */
export async function answerAsk(recording: Recording, ask: Ask): Promise<string> {
  if (ask.kind === "steps") return pageSteps(recording, ask.from, ask.to);
  const { kind: _, ...request } = ask;
  const adapter = getAdapter(request.adapterId);
  if (request.budget === undefined) checkSize({ adapter, recording, options: request.options }, MAXIMUM_RENDERING_CHARACTERS);
  return JSON.stringify(await renderTrace({ recording, ...request }));
}
