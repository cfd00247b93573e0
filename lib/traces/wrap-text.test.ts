import { expect, test } from "vitest";
import { wrapFirstLine } from "@/lib/traces/wrap-text";

// Right: `textwrap.wrap(text, width)[0]` under CPython 3.11.
test.each([
  ["'short'", 100, "'short'"],
  ["aaa bbb ccc", 7, "aaa bbb"],
  ["aaa bbb ccc", 8, "aaa bbb"],
  ["aaaaaaaaaa", 4, "aaaa"],
  ["aa bbbbbbbbbb", 5, "aa bb"],
  ["well-known-words here", 12, "well-known-"],
  ["12-34-56 78", 7, "12-34-"],
  ["word--dash more", 8, "word--"],
  ["abcdefg hijklmnopqrstuvwxyz", 8, "abcdefg "],
])("%j within %d", (text, width, expected) => {
  expect(wrapFirstLine(text, width)).toBe(expected);
});
