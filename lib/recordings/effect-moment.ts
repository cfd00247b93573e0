import type { Step } from "@/lib/recordings/schema";

/** The seq before which a step's changes are complete: arguments with the call itself, the effect of a line at its settling. */
export function effectMoment(step: Step): number {
  return step.event === "call" ? step.seq : step.settledAt;
}
