import { expect, test } from "vitest";
import { wildcard } from "@/lib/filters/wildcard";

test.each([
  ["qwen*", "Qwen2.5-Coder-7B", true],
  ["*coder*", "Qwen2.5-Coder-7B", true],
  ["*7b", "Qwen2.5-Coder-7B", true],
  ["qwen", "Qwen2.5-Coder-7B", false],
  ["a*a", "a", false],
  ["a*b*c", "aXbYc", true],
  ["a*b*c", "acb", false],
  ["*", "", true],
  ["a.c", "abc", false],
  ["ab*bc", "abc", false],
])("%s on %s: %s", (pattern, value, holds) => {
  expect(wildcard(pattern, false)(value)).toBe(holds);
});

test("an exact pattern takes a star for a star", () => {
  expect(wildcard("a*", true)("abc")).toBe(false);
  expect(wildcard("a*", true)("A*")).toBe(true);
});

test("hundreds of stars take no time", () => {
  expect(wildcard(`${"*a".repeat(400)}*b`, false)("a".repeat(800))).toBe(false);
}, 1_000);
