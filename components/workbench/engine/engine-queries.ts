import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { engineWith } from "./engine-client";
import type { RecordingInput, TraceOrder } from "./trace-engine";

const local = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 120_000,
  networkMode: "always",
  retry: false,
  structuralSharing: false,
} as const;

export function timelineQuery(input: RecordingInput) {
  return queryOptions({
    ...local,
    queryKey: ["engine", "timeline", input.id],
    queryFn: async () => (await engineWith("step", input)).timeline(input.id),
  });
}

export function stepQuery(input: RecordingInput, index: number, frame: number | null) {
  return queryOptions({
    ...local,
    gcTime: 20_000,
    queryKey: ["engine", "step", input.id, index, frame],
    queryFn: async () => (await engineWith("step", input)).describe(input.id, index, frame),
    placeholderData: keepPreviousData,
  });
}

export function traceQuery(input: RecordingInput, order: Omit<TraceOrder, "recordingId">) {
  return queryOptions({
    ...local,
    gcTime: 30_000,
    queryKey: ["engine", "trace", input.id, order],
    queryFn: async () => (await engineWith("render", input)).render({ ...order, recordingId: input.id }),
    placeholderData: keepPreviousData,
  });
}

export function divergenceQuery(left: RecordingInput, right: RecordingInput) {
  return queryOptions({
    ...local,
    queryKey: ["engine", "divergence", left.id, right.id],
    queryFn: async () => {
      await engineWith("step", left);
      return (await engineWith("step", right)).findDivergence(left.id, right.id);
    },
  });
}
