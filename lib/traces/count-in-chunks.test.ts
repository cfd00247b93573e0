import { describe, expect, test } from "vitest";
import { createChunkCounter } from "@/lib/traces/count-in-chunks";
import { encodings, loadTokenizer } from "@/lib/traces/load-tokenizer";

const pieces = [
  "x = 1",
  "\n",
  "\n\n",
  "    return y",
  "/ 2",
  "// note",
  "#!",
  "é😀",
  "\r\n",
  "\t",
  "[L4] n = 1 [/L4]",
  "'it\\'s'",
  " ",
  "}\n",
];

/** A text of many odd line beginnings and endings; the same for the same seed. */
function buildText(seed: number): string {
  let state = seed;
  const parts = Array.from({ length: 3000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return pieces[Math.floor((state / 2 ** 31) * pieces.length)] ?? "";
  });
  return parts.join("");
}

describe.each(encodings)("%s", (encoding) => {
  test.each([1, 2, 3, 4, 5])("the parts have as many tokens as the whole (seed %d)", async (seed) => {
    const tokenizer = await loadTokenizer(encoding);
    const text = buildText(seed);
    const whole = tokenizer.count(text);
    const count = createChunkCounter(tokenizer);
    expect(count(text, whole)).toBe(whole);
    expect(count(text, whole)).toBe(whole);
    expect(count(text, whole - 1)).toBeNull();
  });
});
