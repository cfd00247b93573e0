import { expect, test } from "vitest";
import { readLines } from "./read-lines";

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function lines(text: string, size: number): Promise<[number, string, number, boolean][]> {
  const found: [number, string, number, boolean][] = [];
  for await (const { number, bytes, offset, isTerminated } of readLines(pieces(Buffer.from(text), size))) {
    found.push([number, bytes.toString(), offset, isTerminated]);
  }
  return found;
}

test.each([1, 2, 3, 7, 100])("lines end at line feeds only, in pieces of %i bytes too", async (size) => {
  expect(await lines("a\u2028ü\n\n🐍\r\nrest", size)).toEqual([
    [1, "a\u2028ü", 0, true],
    [2, "", 7, true],
    [3, "🐍\r", 8, true],
    [4, "rest", 14, false],
  ]);
});

test("an empty file has no lines, and a last line feed does not start one", async () => {
  expect(await lines("", 10)).toEqual([]);
  expect(await lines("a\n", 10)).toEqual([[1, "a", 0, true]]);
});
