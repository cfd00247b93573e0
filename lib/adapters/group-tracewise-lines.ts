import type { Fragment } from "@/lib/adapters/annotate-source";
import { isElided, joinVisits, VisitsByLine } from "@/lib/adapters/collect-visits";
import type { TracewiseState } from "@/lib/adapters/list-tracewise-states";

export type TracewiseLines = {
  readonly lines: ReadonlyMap<number, readonly Fragment[]>;
  readonly elided: number;
  readonly replaced: number;
};

const RANK = { locals: 0, input: 1, exception: 2, return: 2 } as const;
const SHOWN_FIRST = 2;

/**
 * The states per line as the release groups them: a line's inputs replace its changes, and its returns or exceptions replace both;
 * more than three visits become the first two, `...` and the last, joined by semicolons, fewer are joined by blanks.
 */
export function groupTracewiseLines(
  states: readonly TracewiseState[],
  toText: (state: TracewiseState) => string,
): TracewiseLines {
  const ranks = new Map<number, number>();
  for (const { line, kind } of states) ranks.set(line, Math.max(ranks.get(line) ?? 0, RANK[kind]));
  const visits = new VisitsByLine<TracewiseState>(SHOWN_FIRST);
  let replaced = 0;
  for (const state of states) {
    if (ranks.get(state.line) === RANK[state.kind]) visits.add(state.line, state);
    else replaced += 1;
  }
  const toFragments = (state: TracewiseState): readonly Fragment[] => [{ text: toText(state), step: state.step }];
  const lines = new Map<number, readonly Fragment[]>();
  for (const [line, own] of visits.lines) {
    const separator = isElided(own) ? "; " : " ";
    lines.set(line, joinVisits(own, { toFragments, separate: () => separator, elide: () => "; ...; " }));
  }
  return { lines, elided: visits.countElided(), replaced };
}
