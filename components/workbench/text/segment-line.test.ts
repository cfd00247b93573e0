import { expect, test } from "vitest";
import { findSpanNearStep, findSpanOfStep, packSpans } from "../engine/pack-spans";
import { pointAt, segmentLine } from "./segment-line";

// "for n in x:  # (1) n=1; (3) n=2;" : the source with two visits of line 4.
const spans = packSpans([
  { start: 0, end: 11, step: null, line: 4 },
  { start: 15, end: 23, step: 1, line: 4 },
  { start: 24, end: 32, step: 3, line: 4 },
  { start: 33, end: 60, step: 4, line: 5 },
]);
const line = { start: 0, end: 32 };

test("the present step is marked, everything else keeps its look", () => {
  expect(segmentLine(spans, line, { step: 3, pointed: null })).toEqual([
    { start: 0, end: 11, look: "source" },
    { start: 11, end: 15, look: "plain" },
    { start: 15, end: 23, look: "trace" },
    { start: 23, end: 24, look: "plain" },
    { start: 24, end: 32, look: "step" },
  ]);
});

test("pointing at a line marks its source and its visits; pointing at a step marks only that", () => {
  const looks = (pointed: { step: number | null; line: number | null }) =>
    segmentLine(spans, line, { step: null, pointed }).map(({ look }) => look);
  expect(looks({ step: null, line: 4 })).toEqual(["hover", "plain", "hover", "plain", "hover"]);
  expect(looks({ step: 1, line: 4 })).toEqual(["source", "plain", "hover", "plain", "trace"]);
});

test("parts cover the range and join where spans overlap", () => {
  const nested = packSpans([
    { start: 0, end: 100, step: null, line: 1 },
    { start: 10, end: 20, step: 7, line: 1 },
  ]);
  const parts = segmentLine(nested, { start: 5, end: 50 }, { step: 7, pointed: null });
  expect(parts).toEqual([
    { start: 5, end: 10, look: "source" },
    { start: 10, end: 20, look: "step" },
    { start: 20, end: 50, look: "source" },
  ]);
  expect(pointAt(nested, 12)).toEqual({ step: 7, line: 1 });
  expect(pointAt(nested, 30)).toEqual({ step: null, line: 1 });
  expect(pointAt(nested, 200)).toBeNull();
});

test("a step is found in spans that are not in its order", () => {
  expect(findSpanOfStep(spans, 4)).toBe(3);
  expect(findSpanOfStep(spans, 2)).toBeNull();
  expect(findSpanOfStep(packSpans([]), 0)).toBeNull();
  expect(findSpanNearStep(spans, 4)).toBe(3);
  expect(findSpanNearStep(spans, 1_000)).toBe(3);
  expect(findSpanNearStep(packSpans([{ start: 0, end: 2, step: null, line: 1 }]), 5)).toBeNull();
});
