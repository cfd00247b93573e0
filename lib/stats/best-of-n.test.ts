import { expect, it } from "vitest";
import { bestOfN } from "@/lib/stats/best-of-n";

it("is 1 when any sample passes, 0 when all are known to fail, and unknown otherwise", () => {
  expect(bestOfN([false, true, null])).toBe(1);
  expect(bestOfN([false, false])).toBe(0);
  expect(bestOfN([false, null])).toBeNull();
  expect(() => bestOfN([])).toThrow(RangeError);
});
