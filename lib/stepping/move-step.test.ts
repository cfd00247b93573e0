import { expect, test } from "vitest";
import { buildNestedCalls } from "@/testing/build-steps";
import { moveStep } from "./move-step";
import { buildTimeline, CHANGED, eventAt, OUTPUT } from "./timeline";

const timeline = buildTimeline(buildNestedCalls());

test("the timeline says what moving needs to know of every step", () => {
  expect(timeline.count).toBe(9);
  expect([...timeline.depths]).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 0]);
  expect([0, 1, 2, 5].map((index) => eventAt(timeline, index))).toEqual(["call", "line", "call", "return"]);
  expect([...timeline.flags].map((flags) => flags & CHANGED)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  expect([...timeline.flags].findIndex((flags) => (flags & OUTPUT) !== 0)).toBe(6);
  expect(eventAt(timeline, 99)).toBeNull();
});

test.each([
  [1, "next", 2],
  [8, "next", 8],
  [0, "previous", 0],
  [1, "over", 6],
  [6, "over-back", 1],
  [3, "out", 6],
  [3, "out-back", 1],
  [7, "out", 8],
  [0, "change", 1],
  [3, "change", 3],
  [6, "change-back", 3],
  [4, "start", 0],
  [4, "end", 8],
  [4, "exception", 4],
] as const)("from step %i, %s leads to %i", (from, move, to) => {
  expect(moveStep(timeline, from, move)).toBe(to);
});
