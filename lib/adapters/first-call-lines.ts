import type { Frame, Recording, Step } from "@/lib/recordings/schema";

/**
 * The lines that Python's `trace` module lists for the call that a frame stands for, as LDB reads them: those of all functions that it calls,
 * up to the next call (or resumption) of a function of the same name. A line that follows itself counts once, and one is lost where the program
 * has written something without a line feed before it. `other`: how many executed lines lie outside.
 */
export function listFirstCallLines(
  recording: Recording,
  target: Frame | null,
): { readonly steps: readonly Step[]; readonly other: number } {
  const name = target === null ? null : readName(target);
  const namesakes = new Set(recording.frames.filter((frame) => readName(frame) === name).map(({ frame }) => frame));
  const steps: Step[] = [];
  let phase: "before" | "within" | "after" = "before";
  let isLineOpen = false;
  let other = 0;
  for (const step of recording.steps) {
    const isCall = step.event === "call" || step.event === "resume";
    if (phase === "within" && isCall && namesakes.has(step.frame)) phase = "after";
    if (phase === "before" && step.frame === target?.frame) phase = "within";
    if (step.event === "line" && step.line > 0) {
      if (phase !== "within") other += 1;
      else if (!isLineOpen && steps.at(-1)?.line !== step.line) steps.push(step);
    }
    if (isCall || step.event === "line") isLineOpen = false;
    if (step.output !== "") isLineOpen = !step.output.endsWith("\n");
  }
  return { steps, other };
}

// `co_name`, of which the recording has the qualified form.
function readName({ function: qualified }: Frame): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}
