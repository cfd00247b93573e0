import type { AdapterOption, Note } from "@/lib/adapters/adapter";
import type { Frame, Recording, Step } from "@/lib/recordings/schema";
import { type MomentVisitor, walkMoments } from "@/lib/recordings/walk-moments";

/** Which activations a format shows; `everything` for formats that are made for whole call stacks. */
export function createScopeOption(preset: "functions" | "everything"): AdapterOption {
  return {
    name: "scope",
    label: "Functions shown",
    description:
      "functions: every function, method, generator, class body and the module. everything: comprehensions and lambdas too. entry: only the functions that the entry calls.",
    type: "choice",
    default: preset,
    choices: ["functions", "everything", "entry"],
  };
}

export const scopeOption = createScopeOption("functions");

/** The numbers of the frames that a scope shows. Frames of the entry are those that no other frame of the program called. */
export function chooseFrames(recording: Recording, scope: string): ReadonlySet<number> {
  return new Set(recording.frames.filter((frame) => isShown(frame, scope)).map((frame) => frame.frame));
}

function isShown(frame: Frame, scope: string): boolean {
  if (scope === "entry") return frame.parentFrame === null;
  return scope === "everything" || (frame.kind !== "comprehension" && frame.kind !== "lambda");
}

/** Visits what happened in the chosen frames, in the order of time. Returns a note on the steps of the others. */
export function walkFrames(recording: Recording, frames: ReadonlySet<number>, { onEvent, onEffect }: MomentVisitor): Note {
  let hidden = 0;
  walkMoments(recording, {
    onEvent: (step) => {
      if (frames.has(step.frame)) onEvent(step);
      else hidden += 1;
    },
    onEffect: (step) => {
      if (frames.has(step.frame)) onEffect(step);
    },
  });
  return {
    kind: "not-representable",
    message: "Steps in comprehensions, lambdas or functions outside of the chosen scope",
    count: hidden,
  };
}

/** Frames without a result of their own: the module and class bodies. */
export function listBodies(recording: Recording): ReadonlySet<number> {
  return new Set(recording.frames.filter(({ kind }) => kind === "module" || kind === "class").map(({ frame }) => frame));
}

/** The calls among the chosen frames that other code of the program made. */
export function countInnerCalls(recording: Recording, frames: ReadonlySet<number>): number {
  return recording.frames.filter(({ frame, parentFrame }) => parentFrame !== null && frames.has(frame)).length;
}

/** What a step returned or yielded, where that means something to the program. */
export function findResult(step: Step, bodies: ReadonlySet<number>): Step["value"] {
  return (step.event === "return" || step.event === "yield") && !bodies.has(step.frame) ? step.value : null;
}
