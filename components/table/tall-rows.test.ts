import { expect, test } from "vitest";
import { heightOf, ROW, scrollTopFor, stretchOf } from "./tall-rows";

const clientHeight = 600;

test("few rows are as high as they are, and a row in view stays where it is", () => {
  expect(heightOf(1_000)).toBe(1_000 * ROW);
  expect(stretchOf(1_000, clientHeight)).toBe(1);
  expect(scrollTopFor(5, 1_000, { scrollTop: 0, clientHeight })).toBe(0);
  expect(scrollTopFor(999, 1_000, { scrollTop: 0, clientHeight })).toBe(1_000 * ROW - clientHeight);
  expect(scrollTopFor(5, 1_000, { scrollTop: 900, clientHeight })).toBe(5 * ROW);
});

test("ten million rows end where the browser's scrolling ends", () => {
  const total = 10_000_000;
  expect(heightOf(total)).toBeLessThan(17_000_000);
  const end = scrollTopFor(total - 1, total, { scrollTop: 0, clientHeight });
  expect(end).toBeCloseTo(heightOf(total) - clientHeight, 3);
  const by = stretchOf(total, clientHeight);
  expect(end * by + clientHeight).toBeCloseTo(total * ROW, 0);
});
