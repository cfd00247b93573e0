import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { renderingSchema } from "@/lib/adapters/api-schema";
import { problemRowSchema } from "@/lib/benchmarks/api-schema";
import { fetchJson, fetchSuccess, jsonBody } from "@/lib/http/fetch-json";
import { readJsonLines } from "@/lib/http/read-json-lines";
import { debugProblemSchema, type RoundEvent, type RoundRequest, roundEventSchema } from "./schema";

const rowSchema = problemRowSchema.pick({ id: true, taskId: true, kind: true, title: true, difficulty: true });
const rowsSchema = z.object({ total: z.int(), problems: z.array(rowSchema) });
export type PickedRow = z.infer<typeof rowSchema>;

/** The first problems of a benchmark whose name holds a text. */
export function problemSearchQuery(benchmarkId: string, search: string) {
  const query = new URLSearchParams({ count: "60", search });
  const address = `/api/v1/benchmarks/${encodeURIComponent(benchmarkId)}/problems?${query}`;
  return queryOptions({
    queryKey: ["debug", "problems", benchmarkId, search],
    queryFn: ({ signal }) => fetchJson(address, rowsSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** A problem without its hidden tests. */
export function debugProblemQuery(id: string) {
  return queryOptions({
    queryKey: ["debug", "problem", id],
    queryFn: ({ signal }) => fetchJson(`/api/v1/debug/problems/${encodeURIComponent(id)}`, debugProblemSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Enough for what fits beside a round; the workbench shows the whole. */
const SHOWN_TOKENS = 4_000;

/** A recording as an adapter writes it. */
export function renderingQuery(recordingId: string, adapter: string) {
  const address = `/api/v1/recordings/${recordingId}/renderings/${encodeURIComponent(adapter)}?budget=${SHOWN_TOKENS}`;
  return queryOptions({
    queryKey: ["debug", "rendering", recordingId, adapter],
    queryFn: ({ signal }) => fetchJson(address, renderingSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

/** Runs a round; what it tells comes as it happens. Throws `ApiError` when it could not be begun; aborting the signal ends it. */
export async function* askRound(request: RoundRequest, signal: AbortSignal): AsyncGenerator<RoundEvent> {
  const response = await fetchSuccess("/api/v1/debug/rounds", { ...jsonBody(request), signal });
  if (response.body !== null) yield* readJsonLines(response.body, roundEventSchema);
}
