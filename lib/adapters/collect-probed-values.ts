import { findDefinitionLine } from "@/lib/adapters/definition-line";
import type { LineRange, Probe } from "@/lib/adapters/place-probes";
import { ProbedVariables } from "@/lib/adapters/probed-variables";
import type { Recording, Step, Value } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";
import { walkMoments } from "@/lib/recordings/walk-moments";

/** What a probe printed: the variables of its frame, tabulated. */
export type ProbedValues = { readonly label: number; readonly values: string };

type FrameState = {
  readonly probes: readonly Probe[];
  readonly variables: ProbedVariables;
  line: number | null;
  hasRaised: boolean;
};

/**
 * What LDB's rewritten program prints at its probes, in the order of time, worked out from the recording of the program itself: `after` a
 * statement when the frame goes on elsewhere without an exception, on entry into a block when a line of it follows one outside. A line that the
 * program left without a line feed swallows what is printed on it. Linear in the number of steps.
 */
export function collectProbedValues(
  recording: Recording,
  { probes, describe }: { readonly probes: readonly Probe[]; readonly describe: (value: Value) => string },
  onValues: (values: ProbedValues) => void,
): void {
  const states = createStates(recording, probes, describe);
  let isLineOpen = false;
  const print = (state: FrameState, { label }: Probe, result: Value | null): void => {
    const values = state.variables.print(result);
    if (!isLineOpen) onValues({ label, values });
    isLineOpen = false;
  };
  walkMoments(recording, {
    onEffect: (step) => states.get(step.frame)?.variables.apply(step),
    onEvent: (step) => {
      const state = states.get(step.frame);
      if (state !== undefined) {
        if (step.event === "call") state.variables.apply(step);
        for (const probe of state.probes) if (isReached(probe, state, step)) print(state, probe, findResult(probe, step));
        advance(state, step);
      }
      if (step.output !== "") isLineOpen = !step.output.endsWith("\n");
    },
  });
}

function createStates(
  { header, frames }: Recording,
  probes: readonly Probe[],
  describe: (value: Value) => string,
): ReadonlyMap<number, FrameState> {
  const lines = splitSource(header.source);
  const states = new Map<number, FrameState>();
  for (const { frame, kind, firstLine, variables, argumentCount } of frames) {
    if (kind === "comprehension" || kind === "lambda") continue;
    const owner = kind === "module" ? 0 : findDefinitionLine(firstLine, lines);
    const own = probes.filter((probe) => probe.owner === owner);
    const before = own.find((probe) => probe.kind === "return")?.label ?? Number.POSITIVE_INFINITY;
    const body = lines.slice(owner, before).map(({ content }) => content);
    const named = variables.filter((name, index) => index < argumentCount || isNamed(name, body));
    const order = { variables, resultAt: named.length };
    states.set(frame, { probes: own, variables: new ProbedVariables(order, describe), line: null, hasRaised: false });
  }
  return states;
}

// Python lists variables in the order in which the code first names them; `_ret` takes its place among them.
function isNamed(name: string, lines: readonly string[]): boolean {
  if (!/^[\p{L}\p{N}_]+$/u.test(name)) return true;
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "u");
  return lines.some((line) => word.test(line));
}

function isReached(probe: Probe, { line, hasRaised }: FrameState, { event, line: next }: Step): boolean {
  if (event === "line" && probe.kind === "enter") return isEntered(probe, line, next);
  if (line === null || hasRaised || probe.kind === "enter" || !isIn(probe.line, line)) return false;
  if (event === "return") return true;
  if (event !== "line" || probe.kind === "return") return false;
  return !isIn(probe.line, next);
}

// A loop goes from its last line to its first without its head where the head has no condition.
function isEntered({ body, opening }: { body: LineRange; opening: LineRange }, line: number | null, next: number): boolean {
  if (!isIn(body, next)) return false;
  if (line === null || !isIn(body, line)) return true;
  return next === opening.first && !isIn(opening, line);
}

function isIn({ first, last }: LineRange, line: number): boolean {
  return line >= first && line <= last;
}

function findResult(probe: Probe, step: Step): Value | null {
  return probe.kind === "return" ? step.value : null;
}

function advance(state: FrameState, { event, line }: Step): void {
  if (event === "exception") state.hasRaised = true;
  if (event !== "line") return;
  state.line = line;
  state.hasRaised = false;
}
