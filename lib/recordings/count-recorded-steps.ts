import type { RecordingEnd } from "./schema";

/** How many steps a recording holds, from its end alone: decoding a long one only to count would cost more than storing it. */
export function countRecordedSteps({ completeness, stepsSeen }: RecordingEnd): number {
  if (completeness.kind === "truncated") return completeness.recorded;
  return completeness.kind === "lost-after" ? completeness.step : stepsSeen;
}
