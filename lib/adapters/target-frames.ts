import type { Frame, Recording } from "@/lib/recordings/schema";

/** The activation that the entry starts first; formats made for one function show its code. Null without any step. */
export function findTarget({ frames }: Recording): Frame | null {
  return frames.find(({ parentFrame }) => parentFrame === null) ?? null;
}

/** Whether two activations run the same code. */
export function isSameCode(frame: Frame, target: Frame): boolean {
  return frame.function === target.function && frame.firstLine === target.firstLine;
}

/** The numbers of all activations of the function that the entry starts first, recursion included. */
export function listTargetFrames(recording: Recording): ReadonlySet<number> {
  const target = findTarget(recording);
  if (target === null) return new Set();
  return new Set(recording.frames.filter((frame) => isSameCode(frame, target)).map(({ frame }) => frame));
}
