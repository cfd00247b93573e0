import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type RecordRequest, recordingDetailSchema, recordingListSchema, recordOutcomeSchema } from "./api-schema";

const recordingsKey = ["recordings"] as const;

/** One recording without its steps: how it ran and how it ended. */
export function recordingQuery(id: string) {
  return queryOptions({
    queryKey: [...recordingsKey, id],
    queryFn: ({ signal }) => fetchJson(`/api/v1/recordings/${id}`, recordingDetailSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The newest recordings of this server. */
export function recentRecordingsQuery() {
  return queryOptions({
    queryKey: [...recordingsKey, "recent"],
    queryFn: ({ signal }) => fetchJson("/api/v1/recordings?limit=12", recordingListSchema, { signal }),
    staleTime: 0,
  });
}

/** Records a program; aborting `signal` cancels the run. */
export function recordProgramMutation() {
  return mutationOptions({
    mutationKey: [...recordingsKey, "record"],
    mutationFn: ({ request, signal }: { request: RecordRequest; signal: AbortSignal }) =>
      fetchJson("/api/v1/recordings", recordOutcomeSchema, { ...jsonBody(request), signal }),
  });
}
