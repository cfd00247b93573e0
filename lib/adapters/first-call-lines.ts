import type { Frame, Recording, Step } from "@/lib/recordings/schema";

/**
 * The lines that Python's `trace` module lists for the first call of a function, as LDB reads them: those of all functions that it calls, up
 * to the next call (or resumption) of a function of the same name; a line that follows itself counts once, and one is lost where the program's output
 * has no line feed before it.
 */
export function listFirstCallLines(
  recording: Recording,
  target: Frame | null,
): { readonly steps: readonly Step[]; readonly other: number } {
  const lines: Step[] = [];
  const name = target === null ? "" : readName(target);
  const namesakes = new Set(recording.frames.filter((frame) => readName(frame) === name).map(({ frame }) => frame));
  let calls = 0;
  let isLineOpen = false;
  let seen = 0;
  for (const step of recording.steps) {
    if (step.event === "call" || step.event === "resume") {
      if (namesakes.has(step.frame)) calls += 1;
      isLineOpen = false;
    } else if (step.event === "line") {
      if (calls === 1 && step.line > 0) {
        seen += 1;
        if (!isLineOpen && lines.at(-1)?.line !== step.line) lines.push(step);
      }
      isLineOpen = false;
    }
    if (step.output !== "") isLineOpen = !step.output.endsWith("\n");
  }
  const all = recording.steps.reduce((sum, { event }) => sum + (event === "line" ? 1 : 0), 0);
  return { steps: lines, other: all - seen };
}

// `co_name`, of which the recording has the qualified form.
function readName({ function: qualified }: Frame): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}
