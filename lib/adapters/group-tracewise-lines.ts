import type { Fragment } from "@/lib/adapters/annotate-source";
import { elideVisits } from "@/lib/adapters/elide-visits";
import type { TracewiseState } from "@/lib/adapters/list-tracewise-states";

export type TracewiseLines = {
  readonly lines: ReadonlyMap<number, readonly Fragment[]>;
  readonly elided: number;
  readonly replaced: number;
};

/**
 * The states per line as the release groups them: a line's inputs replace its changes, and its returns or exceptions replace both;
 * more than three visits become the first two, `...` and the last, joined by semicolons, fewer are joined by blanks.
 */
export function groupTracewiseLines(
  states: readonly TracewiseState[],
  toText: (state: TracewiseState) => string,
): TracewiseLines {
  const byLine = Map.groupBy(states, ({ line }) => line);
  const lines = new Map<number, readonly Fragment[]>();
  let elided = 0;
  let replaced = 0;
  for (const [line, all] of byLine) {
    const own = chooseStates(all);
    replaced += all.length - own.length;
    const shown = elideVisits(own, 2);
    elided += shown.elided;
    const separator = shown.last === null ? " " : "; ";
    const fragments: Fragment[] = [];
    for (const state of shown.first) {
      if (fragments.length > 0) fragments.push({ text: separator, step: null });
      fragments.push({ text: toText(state), step: state.step });
    }
    if (shown.last !== null) fragments.push({ text: "; ...; ", step: null }, { text: toText(shown.last), step: shown.last.step });
    lines.set(line, fragments);
  }
  return { lines, elided, replaced };
}

function chooseStates(states: readonly TracewiseState[]): readonly TracewiseState[] {
  const ends = states.filter(({ kind }) => kind === "return" || kind === "exception");
  if (ends.length > 0) return ends;
  const inputs = states.filter(({ kind }) => kind === "input");
  return inputs.length > 0 ? inputs : states;
}
