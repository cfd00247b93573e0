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

/** The first activation of the function that a call expression names; where it names none that ran, the first that the entry starts. */
export function findNamedTarget(recording: Recording): Frame | null {
  const { entry } = recording.header;
  const name = entry.kind === "call" ? entry.expression.match(/^\s*([\p{L}_][\p{L}\p{N}_]*)\s*\(/u)?.[1] : undefined;
  return recording.frames.find((frame) => frame.function === name && frame.kind !== "class") ?? findTarget(recording);
}
