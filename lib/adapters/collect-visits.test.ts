import { describe, expect, test } from "vitest";
import { isElided, joinVisits, VisitsByLine } from "@/lib/adapters/collect-visits";

function show(count: number, head: number) {
  const visits = new VisitsByLine<number>(head);
  for (let visit = 1; visit <= count; visit += 1) visits.add(7, visit);
  const style = {
    toFragments: (visit: number) => [{ text: String(visit), step: { seq: visit, line: 7 } }],
    separate: () => " ",
    elide: () => " ... ",
  };
  const own = visits.lines.get(7);
  if (own === undefined) return { text: "", elided: visits.countElided(), isElided: false };
  const text = joinVisits(own, style)
    .map((fragment) => fragment.text)
    .join("");
  return { text, elided: visits.countElided(), isElided: isElided(own) };
}

describe("the visits of a line that are shown", () => {
  test.each([
    [0, 2, "", 0],
    [1, 2, "1", 0],
    [2, 2, "1 2", 0],
    [3, 2, "1 2 3", 0],
    [4, 2, "1 2 ... 4", 1],
    [10_000, 2, "1 2 ... 10000", 9_997],
    [4, 3, "1 2 3 4", 0],
    [6, 0, "1 2 3 4 5 6", 0],
  ])("%d visits, %d shown first", (count, head, text, elided) => {
    expect(show(count, head)).toEqual({ text, elided, isElided: elided > 0 });
  });
});
