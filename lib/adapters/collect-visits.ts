import type { Fragment } from "@/lib/adapters/annotate-source";

/** The visits of one source line that a format shows: the first few and the last; of the others only the number is kept. */
export type Visits<Visit> = { readonly first: Visit[]; last: Visit | null; count: number };

/** Groups visits by source line, keeping what `head` first visits and the last one need; `head` 0 keeps all. */
export class VisitsByLine<Visit> {
  readonly lines = new Map<number, Visits<Visit>>();

  constructor(private readonly head: number) {}

  add(line: number, visit: Visit): void {
    const visits = this.lines.get(line);
    if (visits === undefined) {
      this.lines.set(line, { first: [visit], last: null, count: 1 });
      return;
    }
    visits.count += 1;
    if (this.head === 0 || visits.first.length < this.head) visits.first.push(visit);
    // One more than the first ones is still shown in full, so the last visit always follows them.
    else visits.last = visit;
  }

  /** How many visits are left out. */
  countElided(): number {
    let elided = 0;
    for (const { first, last, count } of this.lines.values()) elided += count - first.length - (last === null ? 0 : 1);
    return elided;
  }
}

/** Whether any visit between the first ones and the last is left out. */
export function isElided({ first, last, count }: Visits<unknown>): boolean {
  return last !== null && count > first.length + 1;
}

export type VisitStyle<Visit> = {
  readonly toFragments: (visit: Visit) => readonly Fragment[];
  /** What stands between two visits, given the text of the first. */
  readonly separate: (before: string) => string;
  /** What stands for the visits that are left out, given the text before. */
  readonly elide: (before: string) => string;
};

/** The shown visits of a line as fragments. */
export function joinVisits<Visit>(
  visits: Visits<Visit>,
  { toFragments, separate, elide }: VisitStyle<Visit>,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const before = (): string => fragments.at(-1)?.text ?? "";
  for (const visit of visits.first) {
    if (fragments.length > 0) fragments.push({ text: separate(before()), step: null });
    fragments.push(...toFragments(visit));
  }
  if (visits.last === null) return fragments;
  fragments.push({ text: isElided(visits) ? elide(before()) : separate(before()), step: null }, ...toFragments(visits.last));
  return fragments;
}
