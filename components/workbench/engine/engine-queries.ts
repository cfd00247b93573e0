import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import { engineWith } from "./engine-client";
import { type RecordingInput, recordingKey } from "./recording-key";
import type { TraceOrder } from "./trace-engine";

const local = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 120_000,
  networkMode: "always",
  retry: false,
  structuralSharing: false,
} as const;

function nameOf(input: RecordingInput | null): string | null {
  return input === null ? null : recordingKey(input);
}

/** `input` is null while there is no recording. */
export function timelineQuery(input: RecordingInput | null) {
  return queryOptions({
    ...local,
    queryKey: ["engine", "timeline", nameOf(input)],
    queryFn: input === null ? skipToken : async () => (await engineWith("step", input)).timeline(recordingKey(input)),
  });
}

export function stepQuery(input: RecordingInput | null, index: number | null, frame: number | null) {
  return queryOptions({
    ...local,
    gcTime: 20_000,
    queryKey: ["engine", "step", nameOf(input), index, frame],
    queryFn:
      input === null || index === null
        ? skipToken
        : async () => (await engineWith("step", input)).describe(recordingKey(input), index, frame),
    placeholderData: keepPreviousData,
  });
}

export function traceQuery(input: RecordingInput | null, order: Omit<TraceOrder, "recording">) {
  return queryOptions({
    ...local,
    gcTime: 30_000,
    queryKey: ["engine", "trace", nameOf(input), order],
    queryFn:
      input === null
        ? skipToken
        : async () => (await engineWith("render", input)).render({ ...order, recording: recordingKey(input) }),
    placeholderData: keepPreviousData,
  });
}

export function divergenceQuery(left: RecordingInput | null, right: RecordingInput | null) {
  return queryOptions({
    ...local,
    queryKey: ["engine", "divergence", nameOf(left), nameOf(right)],
    queryFn: left === null || right === null ? skipToken : () => diverge(left, right),
  });
}

async function diverge(left: RecordingInput, right: RecordingInput) {
  await engineWith("step", left);
  return (await engineWith("step", right)).findDivergence(recordingKey(left), recordingKey(right));
}
