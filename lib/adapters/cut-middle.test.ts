import { expect, test } from "vitest";
import { cutMiddle } from "@/lib/adapters/cut-middle";

test("a text at the limit stays, a longer one keeps limit characters with ... in its middle", () => {
  expect(cutMiddle("x".repeat(40), 40)).toBe("x".repeat(40));
  expect(cutMiddle(`${"a".repeat(30)}${"b".repeat(30)}`, 40)).toBe(`${"a".repeat(18)}...${"b".repeat(19)}`);
});

test("characters count as Python counts them, not as UTF-16 units", () => {
  expect(cutMiddle("😀".repeat(40), 40)).toBe("😀".repeat(40));
  expect(cutMiddle("😀".repeat(41), 40)).toBe(`${"😀".repeat(18)}...${"😀".repeat(19)}`);
});
