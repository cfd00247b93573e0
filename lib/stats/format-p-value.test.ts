import { expect, it } from "vitest";
import { formatPValue } from "@/lib/stats/format-p-value";

it.each([
  [0.3434363961379136, "p = 0.34"],
  [0.031, "p = 0.031"],
  [0.04996, "p = 0.04996"],
  [0.0504, "p = 0.0504"],
  [0.05, "p = 0.05"],
  [0.0009, "p < 0.001"],
  [0, "p < 0.001"],
  [1, "p = 1"],
])("writes %d as %s", (pValue, expected) => {
  expect(formatPValue(pValue, 0.05)).toBe(expected);
});
