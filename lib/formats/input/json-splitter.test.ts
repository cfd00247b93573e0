import { describe, expect, test } from "vitest";
import { JsonSplitter } from "@/lib/formats/input/json-splitter";
import type { Element } from "@/lib/formats/input/split-lines";
import { seededRandom } from "@/lib/stats/seeded-random";

type Found = { path: string; line: number; text: string };

function split(text: string, descend: (path: readonly (string | number)[]) => boolean, chunkBytes: number): Found[] {
  const splitter = new JsonSplitter(descend, 1_000);
  const bytes = Buffer.from(text);
  const found: Found[] = [];
  const add = (elements: ReturnType<JsonSplitter["push"]>) => {
    for (const { path, line, bytes: own } of elements) found.push({ path: path.join("."), line, text: own.toString() });
  };
  for (let at = 0; at < bytes.length; at += chunkBytes) add(splitter.push(bytes.subarray(at, at + chunkBytes)));
  add(splitter.end());
  return found;
}

function splitInto(text: string, chunkBytes: () => number): Element[] {
  const splitter = new JsonSplitter(isTop, 1_000_000);
  const bytes = Buffer.from(text);
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = at + chunkBytes();
    found.push(...splitter.push(bytes.subarray(at, next)));
    at = next;
  }
  return [...found, ...splitter.end()];
}

const isTop = (path: readonly unknown[]) => path.length === 0;
const isEval = (path: readonly unknown[]) => path.length === 0 || (path.length === 1 && path[0] === "eval");

const document = `\uFEFF{
  "date": "2025-05-19 00:13",
  "n": -1.5e3, "ok": true,
  "eval": {
    "Mbpp/2": [{"a": "}]\\"{"}],
    "Mbpp/\\u0033": [
      1,
      2
    ],
    "empty": {}
  },
  "none": null
}`;

describe("JsonSplitter", () => {
  test.each([1, 2, 3, 7, 64, 10_000])("gives the same elements whatever the size of the chunks: %i", (chunkBytes) => {
    expect(split(document, isEval, chunkBytes)).toEqual([
      { path: "date", line: 2, text: '"2025-05-19 00:13"' },
      { path: "n", line: 3, text: "-1.5e3" },
      { path: "ok", line: 3, text: "true" },
      { path: "eval.Mbpp/2", line: 5, text: '[{"a": "}]\\"{"}]' },
      { path: "eval.Mbpp/3", line: 6, text: "[\n      1,\n      2\n    ]" },
      { path: "eval.empty", line: 10, text: "{}" },
      { path: "none", line: 12, text: "null" },
    ]);
  });

  test("numbers the members of an array, and takes several values one after the other", () => {
    expect(split('[{"a":1},\n2,"x"]', isTop, 3).map(({ path, line }) => [path, line])).toEqual([
      ["0", 1],
      ["1", 2],
      ["2", 2],
    ]);
    expect(split('{"a":1}\n{"a":\n2}\n', () => false, 4)).toEqual([
      { path: "", line: 1, text: '{"a":1}' },
      { path: "", line: 2, text: '{"a":\n2}' },
    ]);
  });

  test("an element that is not valid inside comes out for its reader to reject; the next ones follow", () => {
    expect(split('{"a": [1 2 tru], "b": 3}', isTop, 5).map(({ text }) => text)).toEqual(["[1 2 tru]", "3"]);
  });

  test.each([
    ['{"a": 1', "the document ends in the middle of a value"],
    ['{"a": "x', "the document ends in the middle of a value"],
    ['{"a": 1]', "a bracket closes what is not open"],
    ["{a: 1}", "a name in quotes is missing"],
    ['{"a" 1}', 'there is an unexpected "1"'],
    ['{"a": 1\n"b": 2}', 'line 2: there is an unexpected "\\""'],
    ['{"a": 1,}', "a bracket closes what is not open"],
  ])("names the fault of %j", (text, message) => {
    expect(() => split(text, isTop, 100)).toThrow(message);
  });

  test("agrees with JSON.parse on 300 random documents, cut into random chunks", () => {
    const random = seededRandom(20_250_519);
    const integer = (below: number) => random.nextInt(below);
    const text = () =>
      Array.from({ length: integer(9) }, () => '"\\\n{}[],: é😀ab'.split("")[integer(13)])
        .join("")
        .toWellFormed();
    const value = (depth: number): unknown => {
      const kind = integer(depth > 3 ? 4 : 6);
      if (kind === 0) return text();
      if (kind === 1) return integer(1_000) - 500;
      if (kind === 2) return integer(2) === 0;
      if (kind === 3) return null;
      if (kind === 4) return Array.from({ length: integer(4) }, () => value(depth + 1));
      return Object.fromEntries(Array.from({ length: integer(4) }, () => [text(), value(depth + 1)]));
    };
    for (let round = 0; round < 300; round += 1) {
      const document = Object.fromEntries(Array.from({ length: 1 + integer(6) }, (_, index) => [`${index}${text()}`, value(0)]));
      const source = JSON.stringify(document, null, integer(3));
      const found = splitInto(source, () => 1 + integer(12));
      expect(found.map(({ path, bytes }) => [path[0], JSON.parse(bytes.toString())])).toEqual(Object.entries(document));
      for (const { line, bytes } of found)
        expect(
          source
            .split("\n")
            .slice(line - 1)
            .join("\n"),
        ).toContain(bytes.toString());
    }
  });

  test("refuses an element that is larger than the bound", () => {
    expect(() => split(`{"a": "${"x".repeat(2_000)}"}`, isTop, 100)).toThrow("longer than 1000 bytes");
  });
});
