import { expect, test } from "vitest";
import { buildPrompt } from "@/lib/traces/build-prompt";
import { buildNestedCalls } from "@/testing/build-steps";

const recording = buildNestedCalls();

test("an inline trace stands for the program", () => {
  const prompt = buildPrompt({ recording, adapterId: "next", trace: "def outer(n):  # (0) n=3;" });
  expect(prompt).toContain("```python\ndef outer(n):  # (0) n=3;\n```");
  expect(prompt).toContain("```python\nouter(3)\n```");
  expect(prompt).not.toContain("def inner");
});

test("a block follows the program", () => {
  const prompt = buildPrompt({ recording, adapterId: "concise", trace: "[L8] [OUTPUT] 6 [/OUTPUT] [/L8]" });
  expect(prompt.indexOf("def outer(n):")).toBeLessThan(prompt.indexOf("[L8] [OUTPUT]"));
});

test("backticks in a program do not end its fence", () => {
  const header = { ...recording.header, source: 'def f():\n    return "```"' };
  const prompt = buildPrompt({ recording: { ...recording, header }, adapterId: "concise", trace: "" });
  expect(prompt).toContain('````python\ndef f():\n    return "```"\n````');
});
