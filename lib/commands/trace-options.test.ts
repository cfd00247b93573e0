import { expect, test } from "vitest";
import { readProgram } from "./read-program";
import { parseTraceOptions, traceSettings } from "./trace-options";

const given = { encoding: "o200k_base", option: [], limit: [] };

test("one adapter and several may be named together, and without any it is NExT", () => {
  const chosen = (options: object) =>
    traceSettings(parseTraceOptions({ ...given, ...options })).choices.map(({ adapter }) => adapter.id);
  expect(chosen({})).toEqual(["next"]);
  expect(chosen({ adapter: "concise", adapters: "next, concise," })).toEqual(["concise", "next"]);
});

test.each([{ budget: "none" }, { budget: "0" }, { encoding: "p50k_base" }, { workers: "-1" }])("%j is refused", (options) => {
  const [name] = Object.keys(options);
  expect(() => parseTraceOptions({ ...given, ...options })).toThrow(`--${name}`);
});

test.each([
  [{ call: "f()", stdin: "x" }, "Give one of --call, --stdin and --test"],
  [{ test: "no-such-test.py" }, "no-such-test.py cannot be read"],
])("a program with %j is refused", async (options, sentence) => {
  await expect(readProgram("package.json", parseTraceOptions({ ...given, ...options }))).rejects.toThrow(sentence);
});

test("without --call, --stdin and --test a program is a script without input", async () => {
  const program = await readProgram("prisma/examples/word-count.py", parseTraceOptions(given));
  expect(program.entry).toEqual({ kind: "script", stdin: "" });
  expect(program.source).toContain("import sys");
});
