import { effectMoment } from "@/lib/recordings/effect-moment";
import type { Recording, Step } from "@/lib/recordings/schema";

export type MomentVisitor = {
  /** A step happens; a call has its arguments already. */
  readonly onEvent: (step: Step) => void;
  /** What a step did to its frame's variables is complete. */
  readonly onEffect: (step: Step) => void;
};

/**
 * Visits events and effects in the order of time. An effect of a line comes right before the event of the step at which it was
 * complete, so a line that calls a function has its effect after everything that the call did.
 */
export function walkMoments(recording: Recording, { onEvent, onEffect }: MomentVisitor): void {
  const later = new Map<number, Step[]>();
  const takeDue = (at: number): void => {
    for (const step of later.get(at) ?? []) onEffect(step);
    later.delete(at);
  };
  let previous: Step | null = null;
  for (const step of recording.steps) {
    if (previous !== null) onEffect(previous);
    previous = null;
    if (later.size > 0) takeDue(step.seq);
    onEvent(step);
    if (step.changes.length === 0 || step.event === "call") continue;
    const at = effectMoment(step);
    if (at <= step.seq + 1) previous = step;
    else later.set(at, [...(later.get(at) ?? []), step]);
  }
  if (previous !== null) onEffect(previous);
  for (const at of [...later.keys()].sort((a, b) => a - b)) takeDue(at);
}
