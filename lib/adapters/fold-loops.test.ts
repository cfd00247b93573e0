import { expect, test } from "vitest";
import { LoopFolder } from "@/lib/adapters/fold-loops";

/** Folds rows written as `line:code`, the code with its indentation. */
function fold(rows: readonly string[]): { readonly texts: readonly string[]; readonly folder: LoopFolder } {
  const folder = new LoopFolder();
  for (const text of rows) {
    const [, line, indent = "", code = ""] = text.match(/^(\d+):( *)(.*)$/) ?? [];
    folder.add({ row: { text: `${line}`, step: null }, line: Number(line), code, indent: indent.length });
  }
  return { texts: folder.finish().map(({ text }) => text), folder };
}

const visit = ["2:for x in xs:", "3:    y = x"];
const repeat = (count: number, rows: readonly string[]): readonly string[] => Array.from({ length: count }, () => rows).flat();

test("up to three iterations are shown, and the check that ends the loop is not", () => {
  const { texts } = fold(["1:a = 1", ...repeat(3, visit), "2:for x in xs:", "4:return a"]);
  expect(texts).toEqual([
    "1",
    "=== Iteration 1 ===",
    ...["2", "3"],
    "=== Iteration 2 ===",
    ...["2", "3"],
    "=== Iteration 3 ===",
    ...["2", "3"],
    "4",
  ]);
});

test.each([
  [4, "Iterations 3 skipped for `Line 2`"],
  [9, "Iterations 3 to 8 skipped for `Line 2`"],
])("of %d iterations the first two and the last are shown", (count, skipped) => {
  const { texts } = fold(repeat(count, visit));
  const iteration = (number: number): readonly string[] => [`=== Iteration ${number} ===`, "2", "3"];
  expect(texts).toEqual([...iteration(1), ...iteration(2), `=== ${skipped} ===`, "...", ...iteration(count)]);
});

test("a loop within a loop has no headings", () => {
  const inner = ["3:    while y:", "4:        y -= 1"];
  const { texts } = fold(["2:for x in xs:", ...repeat(5, inner), "3:    while y:", "2:for x in xs:", "6:return y"]);
  expect(texts).toEqual([
    "=== Iteration 1 ===",
    "2",
    ...["3", "4", "3", "4"],
    "... (Iterations 3 to 4 skipped for `Line 3`)",
    ...["3", "4"],
    "6",
  ]);
});

test("a loop without an iteration leaves nothing", () => {
  const { texts, folder } = fold(["1:a = 1", "2:while a > 1:", "4:return a"]);
  expect(texts).toEqual(["1", "4"]);
  expect(folder.dropped).toBe(1);
});
