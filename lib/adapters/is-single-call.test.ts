import { expect, test } from "vitest";
import { isSingleCall } from "@/lib/adapters/is-single-call";

test.each([
  ["f(1)", true],
  [" f((1, 2), g(3)) ", true],
  ["f(')')", true],
  ['f("\\")", 1)', true],
  ["f(1) + f(2)", false],
  ["f(1)(2)", false],
  ["g(f(1))", false],
  ["f(1", false],
  ["f", false],
])("%s", (expression, expected) => {
  expect(isSingleCall(expression, "f")).toBe(expected);
});
