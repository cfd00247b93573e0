import { expect, test } from "vitest";
import { cutCompletion } from "./cut-completion";

test("a completion ends before the first stop sequence, wherever it stands in the list", () => {
  const text = "    return a + b\n\nif __name__:\n    pass\ndef other():\n    return";
  expect(cutCompletion(text, "humaneval")).toBe("    return a + b\n");
  expect(cutCompletion(text, "none")).toBe(text);
});

test("what is indented, or stands at the very start, ends nothing", () => {
  const text = "def f():\n    # sum\n    if a:\n        print(a)\n    return a";
  expect(cutCompletion(text, "humaneval")).toBe(text);
  expect(cutCompletion("\n# nothing", "humaneval")).toBe("");
});
