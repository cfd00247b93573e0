import type { Recording, StepEvent } from "@/lib/recordings/schema";

export const stepEvents = [
  "call",
  "line",
  "return",
  "yield",
  "resume",
  "exception",
  "unwind",
] as const satisfies readonly StepEvent[];

/** Bits of `Timeline.flags`. */
export const CHANGED = 1;
export const OUTPUT = 2;
export const UNHANDLED = 4;

/** What moving through a recording needs of every step, in flat arrays that can be handed from a worker to the page. */
export type Timeline = {
  readonly count: number;
  /** Indices into `stepEvents`. */
  readonly events: Uint8Array<ArrayBuffer>;
  readonly lines: Int32Array<ArrayBuffer>;
  readonly depths: Int32Array<ArrayBuffer>;
  readonly threads: Int32Array<ArrayBuffer>;
  readonly frames: Int32Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
};

/** The timeline of a recording; index i is step i. */
export function buildTimeline(recording: Recording): Timeline {
  const count = recording.steps.length;
  const depthOfFrame = new Map(recording.frames.map((frame) => [frame.frame, frame.depth]));
  const timeline: Timeline = {
    count,
    events: new Uint8Array(count),
    lines: new Int32Array(count),
    depths: new Int32Array(count),
    threads: new Int32Array(count),
    frames: new Int32Array(count),
    flags: new Uint8Array(count),
  };
  for (const [index, step] of recording.steps.entries()) {
    timeline.events[index] = stepEvents.indexOf(step.event);
    timeline.lines[index] = step.line;
    timeline.depths[index] = depthOfFrame.get(step.frame) ?? 0;
    timeline.threads[index] = step.thread;
    timeline.frames[index] = step.frame;
    const unhandled = step.exception !== null && !step.exception.handled;
    timeline.flags[index] =
      (step.changes.length > 0 ? CHANGED : 0) | (step.output === "" ? 0 : OUTPUT) | (unhandled ? UNHANDLED : 0);
  }
  return timeline;
}

/** The event of a step, or null outside the recording. */
export function eventAt(timeline: Timeline, index: number): StepEvent | null {
  return stepEvents[timeline.events[index] ?? -1] ?? null;
}
