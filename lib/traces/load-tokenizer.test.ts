import { describe, expect, test } from "vitest";
import { encodings, loadTokenizer } from "@/lib/traces/load-tokenizer";

describe.each(encodings)("%s", (encoding) => {
  test("counts, stops at a limit and cuts", async () => {
    const { count, countUpTo, head } = await loadTokenizer(encoding);
    const text = "for n in [1, 2, 3]:  # (3) n=1;";
    const tokens = count(text);
    expect(countUpTo(text, tokens)).toBe(tokens);
    expect(countUpTo(text, tokens - 1)).toBeNull();
    expect(text.startsWith(head(text, 5))).toBe(true);
    expect(count(head(text, 5))).toBe(5);
  });
  test("text that looks like a special token is plain text", async () => {
    const { count } = await loadTokenizer(encoding);
    expect(count("<|endoftext|>")).toBeGreaterThan(1);
    expect(count("")).toBe(0);
  });
});

// As tiktoken counts them.
test("known counts", async () => {
  expect((await loadTokenizer("cl100k_base")).count("tiktoken is great!")).toBe(6);
  expect((await loadTokenizer("o200k_base")).count("hello world")).toBe(2);
});
