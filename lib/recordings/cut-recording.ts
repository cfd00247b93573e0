import { effectMoment } from "@/lib/recordings/effect-moment";
import type { Recording, Step } from "@/lib/recordings/schema";

const NO_CHANGES: Step["changes"] = [];

/**
 * The recording as it was after its first `count` steps: later steps are gone, and so are effects that were complete only after
 * them (a line whose call was still running). The end says that it was truncated.
 */
export function cutRecording(recording: Recording, count: number): Recording {
  const total = recording.steps.length;
  if (count >= total) return recording;
  const limit = recording.steps[count]?.seq ?? Number.POSITIVE_INFINITY;
  const steps = recording.steps
    .slice(0, count)
    .map((step) => (effectMoment(step) <= limit ? step : { ...step, changes: NO_CHANGES }));
  const completeness = { kind: "truncated", recorded: count, dropped: total - count } as const;
  return { ...recording, steps, end: { ...recording.end, completeness } };
}
