import { expect, test } from "vitest";
import { splitAtLineFeeds, splitSource } from "@/lib/recordings/split-source";

const source = "a\r\nb\rc\n\nd";

test("splitSource counts lines as Python does and keeps every line ending", () => {
  const lines = splitSource(source);
  expect(lines.map(({ content }) => content)).toEqual(["a", "b", "c", "", "d"]);
  expect(lines.map(({ content, ending }) => content + ending).join("")).toBe(source);
});

test("splitAtLineFeeds counts lines as str.split does", () => {
  const lines = splitAtLineFeeds(source);
  expect(lines.map(({ content }) => content)).toEqual(["a\r", "b\rc", "", "d"]);
  expect(lines.map(({ content, ending }) => content + ending).join("")).toBe(source);
});
