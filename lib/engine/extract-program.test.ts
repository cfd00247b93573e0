import { describe, expect, test } from "vitest";
import { type Extraction, extractProgram } from "./extract-program";

const chat: Extraction["prompt"] = { kind: "chat", messages: [{ role: "user", content: "?" }] };
const extract = (text: string, given: Partial<Extraction> = {}) =>
  extractProgram({ text, prompt: chat, kind: "synthesis", entryPoint: "f", completionPrefix: null, ...given });

describe("a program", () => {
  test.each([
    ["in a fence", "Here:\n```python\ndef f():\n    return 1\n```\nDone.", "def f():\n    return 1\n"],
    ["in a fence without a language", "```\ndef f(): pass\n```", "def f(): pass\n"],
    ["in tildes", "~~~py\ndef f(): pass\n~~~", "def f(): pass\n"],
    ["in an indented fence of a list", "1. so:\n   ```python\ndef f(): pass\n   ```", "def f(): pass\n"],
    ["cut off by the end of the answer", "```python\ndef f():\n    return 1", "def f():\n    return 1"],
    [
      "in a longer fence that holds a shorter one",
      '````python\ndef f():\n    return "```"\n````',
      'def f():\n    return "```"\n',
    ],
    [
      "the last that defines the function, after the wrong one",
      "```python\ndef f(): return 0\n```\nbetter\n```python\ndef f(): return 1\n```",
      "def f(): return 1\n",
    ],
    ["not the usage example after it", "```python\ndef f(): return 1\n```\n```python\nprint(f())\n```", "def f(): return 1\n"],
    ["not output in another language", "```text\n1 2\n```\n```python\ndef f(): pass\n```", "def f(): pass\n"],
    ["an assigned lambda", "```python\nf = lambda: 1\n```", "f = lambda: 1\n"],
    ["without a fence where the answer is nothing else", "def f():\n    return 1\n", "def f():\n    return 1\n"],
  ])("is taken %s", (_name, text, program) => {
    expect(extract(text)).toBe(program);
  });

  test.each([
    ["prose", "I cannot do this."],
    ["nothing", ""],
    ["an empty fence", "```python\n```"],
    ["another language alone", "```js\nfunction f() {}\n```"],
    ["prose that begins like a program", "from what I see, def f() is wrong"],
  ])("is not made out of %s", (_name, text) => {
    expect(extract(text)).toBeNull();
  });
});

describe("a completion", () => {
  const prefix = 'def f(n):\n    """Twice n."""\n';
  test("goes on with the prefix, indentation kept", () => {
    const prompt = { kind: "completion" as const, text: prefix, stop: [] };
    expect(extract("    return n * 2\n", { prompt, completionPrefix: prefix })).toBe(`${prefix}    return n * 2\n`);
    expect(extract("  \n", { prompt, completionPrefix: prefix })).toBeNull();
  });
  test("of an opened fence is the program itself", () => {
    const prompt = { kind: "completion" as const, text: "Write f.\n\n```python\n", stop: ["```"] };
    expect(extract("def f(n):\n    return n\n", { prompt })).toBe("def f(n):\n    return n\n");
  });
});

describe("a prediction", () => {
  const predict = (text: string, given: Partial<Extraction> = {}) => extract(text, { kind: "output-prediction", ...given });
  test("stands between its tags, the last ones when there are several", () => {
    expect(predict("[ANSWER]1[/ANSWER] no, [ANSWER] [1, 2] [/ANSWER]")).toBe("[1, 2]");
    expect(predict("[ANSWER]`'a'`[/ANSWER]")).toBe("'a'");
    expect(predict("[ANSWER]\n```python\n{1: 2}\n```\n[/ANSWER]")).toBe("{1: 2}");
    expect(predict("[ANSWER]3")).toBe("3");
  });
  test("is not guessed without tags", () => {
    expect(predict("The answer is 3")).toBeNull();
    expect(predict("[ANSWER] [/ANSWER]")).toBeNull();
  });
  test("of a base model goes on after the opening tag", () => {
    const prompt = { kind: "completion" as const, text: "…\n\n[ANSWER]", stop: ["[/ANSWER]"] };
    expect(predict("3", { prompt })).toBe("3");
    expect(predict("3[/ANSWER] more", { prompt })).toBe("3");
  });
});
