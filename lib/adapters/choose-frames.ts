import type { AdapterOption } from "@/lib/adapters/adapter";
import type { Frame, Recording } from "@/lib/recordings/schema";

/** Which activations a format shows. */
export type Scope = "functions" | "everything" | "entry";

export const scopeOption: AdapterOption = {
  name: "scope",
  label: "Functions shown",
  description:
    "functions: every function, method, generator, class body and the module. everything: comprehensions and lambdas too. entry: only the functions that the entry calls.",
  type: "choice",
  default: "functions",
  choices: ["functions", "everything", "entry"],
};

/** The numbers of the frames that a scope shows. Frames of the entry are those that no other frame of the program called. */
export function chooseFrames(recording: Recording, scope: string): ReadonlySet<number> {
  return new Set(recording.frames.filter((frame) => isShown(frame, scope)).map((frame) => frame.frame));
}

function isShown(frame: Frame, scope: string): boolean {
  if (scope === "entry") return frame.parentFrame === null;
  return scope === "everything" || (frame.kind !== "comprehension" && frame.kind !== "lambda");
}
