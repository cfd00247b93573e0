import { effectMoment } from "@/lib/recordings/effect-moment";
import type { Recording, Value } from "@/lib/recordings/schema";

/**
 * The variables of a frame just before step `seq`, in the order of their first binding. With `frame` left out: of the frame that
 * the step belongs to. Linear in the number of steps before it.
 */
export function stateAtStep(recording: Recording, seq: number, frame?: number): ReadonlyMap<string, Value> {
  const wanted = frame ?? recording.steps.find((step) => step.seq === seq)?.frame;
  const state = new Map<string, Value>();
  for (const step of recording.steps) {
    if (step.seq > seq) break;
    if (step.frame !== wanted || effectMoment(step) > seq) continue;
    for (const change of step.changes) {
      if (change.value === null) state.delete(change.name);
      else state.set(change.name, change.value);
    }
  }
  return state;
}
