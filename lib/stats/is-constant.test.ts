import { expect, it } from "vitest";
import { isConstant } from "@/lib/stats/is-constant";

it("sees through rounding, and nothing else", () => {
  expect(isConstant([0.3 - 0.1, 0.4 - 0.2, 0.2])).toBe(true);
  expect(isConstant([0, 0, 0])).toBe(true);
  expect(isConstant([7])).toBe(true);
  expect(isConstant([0, 1e-9])).toBe(false);
  expect(isConstant([1000, 1000, 1001])).toBe(false);
  expect(() => isConstant([])).toThrow(RangeError);
});
