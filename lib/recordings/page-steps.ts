import { AppError } from "@/lib/errors/app-error";
import type { Frame, Recording, Step } from "./schema";
import { toJsonValue } from "./to-json-value";

const MAXIMUM_STEPS = 1_000;
/** Where a page ends early: steps with large values would otherwise make answers of hundreds of megabytes. */
const MAXIMUM_PAGE_CHARACTERS = 8 * 2 ** 20;

export type StepsPage = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Where the next page starts; null after the last step. */
  readonly next: number | null;
  /** The frames that the steps of this page belong to. */
  readonly frames: readonly Frame[];
  readonly steps: readonly Step[];
};

/** Text of the JSON of one page of steps; values as `toJsonValue` writes them. */
export function pageSteps(recording: Recording, from: number, to: number | undefined): string {
  const total = recording.steps.length;
  const last = Math.min(to ?? from + MAXIMUM_STEPS, total);
  if (to !== undefined && to < from) throw new AppError("invalid_input", `"to" is ${to}, which lies before "from", ${from}.`);
  if (last - from > MAXIMUM_STEPS) {
    throw new AppError("invalid_input", `Steps ${from} to ${last} are more than the ${MAXIMUM_STEPS} that are given at a time.`);
  }
  const texts: string[] = [];
  const frames = new Set<number>();
  let characters = 0;
  for (const step of recording.steps.slice(from, last)) {
    if (characters > MAXIMUM_PAGE_CHARACTERS) break;
    const text = JSON.stringify(step, toJsonValue);
    texts.push(text);
    frames.add(step.frame);
    characters += text.length;
  }
  const end = Math.min(from, total) + texts.length;
  const shown = recording.frames.filter((frame) => frames.has(frame.frame));
  const head = JSON.stringify({ from, to: end, total, next: end < total ? end : null, frames: shown });
  return `${head.slice(0, -1)},"steps":[${texts.join(",")}]}`;
}
