import { describe, expect, test } from "vitest";
import { reprString } from "@/lib/recordings/repr-string";

// Left: the text. Right: what `print(repr(text))` shows under CPython 3.11.
const cases: readonly (readonly [string, string])[] = [
  ["", "''"],
  ["plain text", "'plain text'"],
  ["it's", `"it's"`],
  ['say "hi"', `'say "hi"'`],
  [`it's "both"`, `'it\\'s "both"'`],
  ["back\\slash", "'back\\\\slash'"],
  ["line\nfeed\r\ttab", "'line\\nfeed\\r\\ttab'"],
  ["\0\x07\x1b\x7f", "'\\x00\\x07\\x1b\\x7f'"],
  ["\x80\x9f\xa0\xad", "'\\x80\\x9f\\xa0\\xad'"],
  ["é ß 中文 😀", "'é ß 中文 😀'"],
  ["\u200b\u202e\u2028\u3000\ufeff", "'\\u200b\\u202e\\u2028\\u3000\\ufeff'"],
  ["\ud800 alone", "'\\ud800 alone'"],
  ["\u{e000}\u{10ffff}", "'\\ue000\\U0010ffff'"],
];

describe("reprString prints text as Python does", () => {
  test.each(cases)("%j", (text, expected) => {
    expect(reprString(text)).toBe(expected);
  });
});
