import { expect, test } from "vitest";
import { programTitle } from "./program-title";

test.each([
  ["def f(n):\n    return n", "def f(n):"],
  ['#!/usr/bin/env python3\n"""Doc."""\nimport sys\nfrom os import path\n\n@cache\nclass A:\n  pass', "class A:"],
  ["import sys\n", "import sys"],
  ["# only a comment", "# only a comment"],
  ["", "Empty program"],
  ["\n \n", "Empty program"],
  ["x\u0000 = '\u202etxt'\r\n", "x = ' txt'"],
])("of %j is %j", (source, title) => {
  expect(programTitle(source)).toBe(title);
});

test("is cut by characters, not in the middle of one", () => {
  const title = programTitle("🐍".repeat(200));
  expect([...title]).toHaveLength(80);
  expect(title.isWellFormed()).toBe(true);
  expect(programTitle("\ud800".repeat(3)).isWellFormed()).toBe(true);
});
