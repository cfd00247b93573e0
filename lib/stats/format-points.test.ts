import { expect, it } from "vitest";
import { formatPoints } from "@/lib/stats/format-points";

it.each([
  [0.021, "+2.1"],
  [-0.04, "−4.0"],
  [0, "0.0"],
  [-0, "0.0"],
  [1e-17, "0.0"],
  [0.0004, "+0.040"],
  [-0.00004, "−0.0040"],
  [0.000499, "+0.050"],
  [0.0005, "+0.1"],
  [1, "+100.0"],
])("writes %d as %s points", (value, expected) => {
  expect(formatPoints(value)).toBe(expected);
});
