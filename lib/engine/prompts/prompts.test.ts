import { expect, test } from "vitest";
import { buildProblem } from "@/testing/build-problem";
import { toPublicProblem } from "../public-problem";
import { buildPrompt, type PromptInput } from "./build-prompt";
import { cutValue } from "./cut-value";
import { fence } from "./fence";
import { fillTemplate } from "./fill-template";
import { type Information, noInformation } from "./information";
import { promptText } from "./prompt";
import { getTemplates } from "./templates";

const input = (given: Partial<PromptInput> = {}): PromptInput => ({
  templates: getTemplates(1),
  style: "chat",
  problem: toPublicProblem(buildProblem()),
  condition: { kind: "code" },
  given: noInformation,
  attempts: [],
  ...given,
});

test("a template is filled once, and wants every value that it has a place for and no other", () => {
  expect(fillTemplate("{{a}} and {{b}}", { a: "{{b}}", b: "$&" })).toBe("{{b}} and $&");
  expect(() => fillTemplate("{{a}}", {})).toThrow('a place for "a"');
  expect(() => fillTemplate("{{a}}", { a: "", c: "" })).toThrow("no place for c");
});

test("a fence cannot be ended by what is in it", () => {
  expect(fence("x = '```'")).toBe("````python\nx = '```'\n````");
});

test("a value of a megabyte is cut in its middle, and says by how much", () => {
  const cut = cutValue(`${"a".repeat(1_000_000)}z`);
  expect(cut.length).toBeLessThan(2_100);
  expect(cut).toContain("998,001 characters left out");
  expect(cut.endsWith("az")).toBe(true);
});

test("a first prompt of synthesis is the same text in every condition", () => {
  const conditions = [
    { kind: "code" },
    { kind: "feedback" },
    { kind: "explain" },
    { kind: "trace", adapter: "next", options: {}, budget: null, encoding: "o200k_base" },
  ] as const;
  const texts = conditions.map((condition) => promptText(buildPrompt(input({ condition }))));
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain("assert double(2) == 4");
});

test("what a condition does not carry is not told even when it is known", () => {
  const failure = { kind: "call", input: "double(2)", expected: "4", actual: "3", message: null, outcome: "wrong" } as const;
  const trace = { text: "TRACE", placement: "block", title: "T", of: "failing" } as const;
  const information: Information = { failure, example: null, trace };
  const attempts = [{ number: 1, program: "def double(n):\n    return n + 1\n", information }];
  const tell = (condition: PromptInput["condition"]) => promptText(buildPrompt(input({ condition, attempts })));
  const carrier = { adapter: "next", options: {}, budget: null, encoding: "o200k_base" } as const;
  const has = (text: string) => [text.includes("does not pass"), text.includes("Actual: 3"), text.includes("TRACE")];
  expect(has(tell({ kind: "code" }))).toEqual([true, false, false]);
  expect(has(tell({ kind: "feedback" }))).toEqual([true, true, false]);
  expect(has(tell({ kind: "trace", ...carrier }))).toEqual([true, true, true]);
  expect(has(tell({ kind: "trace-only", ...carrier }))).toEqual([true, false, true]);
});

test("a base model is given the benchmark's own prefix, with the usual stop texts", () => {
  const problem = toPublicProblem(buildProblem({ completionPrefix: "def double(n):\n" }));
  expect(buildPrompt(input({ style: "completion", problem }))).toEqual({
    kind: "completion",
    text: "def double(n):\n",
    stop: ["\nclass", "\ndef", "\n#", "\nif"],
  });
});

test("text that cannot be stored or sent is replaced, not lost", () => {
  const problem = toPublicProblem(buildProblem({ prompt: "a\u0000b\ud800c" }));
  expect(promptText(buildPrompt(input({ problem })))).toContain("a\uFFFDb\uFFFDc");
});
