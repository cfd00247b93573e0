import { effectMoment } from "@/lib/recordings/effect-moment";
import type { Recording, Step } from "@/lib/recordings/schema";

/** One thing that happened: a step's own event, or the completed effect of a line on the variables. */
export type Moment = { readonly kind: "event" | "effect"; readonly step: Step };

/**
 * Events and effects in the order of time. An effect of a line comes right before the event of the step at which it was complete,
 * so a line that calls a function has its effect after everything that the call did. A call's arguments belong to its event.
 */
export function listMoments(recording: Recording): readonly Moment[] {
  const moments: Moment[] = [];
  const later = new Map<number, Step[]>();
  let previous: Step | null = null;
  for (const step of recording.steps) {
    if (previous !== null) moments.push({ kind: "effect", step: previous });
    previous = null;
    if (later.size > 0) takeDue(later, step.seq, moments);
    moments.push({ kind: "event", step });
    if (step.changes.length === 0 || step.event === "call") continue;
    const at = effectMoment(step);
    if (at <= step.seq + 1) previous = step;
    else later.set(at, [...(later.get(at) ?? []), step]);
  }
  if (previous !== null) moments.push({ kind: "effect", step: previous });
  for (const at of [...later.keys()].sort((a, b) => a - b)) takeDue(later, at, moments);
  return moments;
}

function takeDue(later: Map<number, Step[]>, at: number, moments: Moment[]): void {
  for (const step of later.get(at) ?? []) moments.push({ kind: "effect", step });
  later.delete(at);
}
