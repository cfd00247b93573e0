import { CHANGED, eventAt, type Timeline } from "./timeline";

export type Move =
  | "start"
  | "end"
  | "next"
  | "previous"
  | "over"
  | "over-back"
  | "out"
  | "out-back"
  | "change"
  | "change-back"
  | "exception";

/**
 * The step that a move leads to from step `from`. Over: the next step that is not inside a call made here. Out: the step
 * after the present call. Where there is none the move stays, but for over and out, which go to the end (or start).
 */
export function moveStep(timeline: Timeline, from: number, move: Move): number {
  const last = Math.max(0, timeline.count - 1);
  switch (move) {
    case "start":
      return 0;
    case "end":
      return last;
    case "next":
      return Math.min(last, from + 1);
    case "previous":
      return Math.max(0, from - 1);
    case "over":
      return findByDepth(timeline, from, 1, depthAt(timeline, from)) ?? last;
    case "over-back":
      return findByDepth(timeline, from, -1, depthAt(timeline, from)) ?? 0;
    case "out":
      return findByDepth(timeline, from, 1, depthAt(timeline, from) - 1) ?? last;
    case "out-back":
      return findByDepth(timeline, from, -1, depthAt(timeline, from) - 1) ?? 0;
    case "change":
      return find(timeline, from, 1, (index) => ((timeline.flags[index] ?? 0) & CHANGED) !== 0) ?? from;
    case "change-back":
      return find(timeline, from, -1, (index) => ((timeline.flags[index] ?? 0) & CHANGED) !== 0) ?? from;
    case "exception":
      return find(timeline, from, 1, (index) => eventAt(timeline, index) === "exception") ?? from;
  }
}

function depthAt(timeline: Timeline, index: number): number {
  return timeline.depths[index] ?? 0;
}

function findByDepth(timeline: Timeline, from: number, direction: 1 | -1, depth: number): number | null {
  const thread = timeline.threads[from];
  return find(timeline, from, direction, (index) => timeline.threads[index] === thread && depthAt(timeline, index) <= depth);
}

function find(timeline: Timeline, from: number, direction: 1 | -1, accept: (index: number) => boolean): number | null {
  for (let index = from + direction; index >= 0 && index < timeline.count; index += direction) if (accept(index)) return index;
  return null;
}
