import { expect, test } from "vitest";
import { bound, buildNestedCalls, buildStep, int } from "@/testing/build-steps";
import { describeStep, summarize } from "./describe-step";
import { findChange } from "./find-change";
import { findDivergence } from "./find-divergence";

const recording = buildNestedCalls();
const variables = (index: number, frame: number | null = null) =>
  describeStep(recording, index, frame)?.variables.map(({ name, text, changed }) => `${name}=${text}${changed ? "*" : ""}`);

test("arguments are there with the call, the effect of a line after it", () => {
  expect(variables(0)).toEqual(["n=3*"]);
  expect(variables(2)).toEqual(["x=3*"]);
  expect(variables(3)).toEqual(["x=3", "y=6*"]);
  expect(variables(4)).toEqual(["x=3", "y=6"]);
});

test("a line that calls has no effect until the call has returned", () => {
  expect(variables(1)).toEqual(["n=3"]);
  expect(variables(3, 0)).toEqual(["n=3"]);
  expect(variables(5, 0)).toEqual(["n=3", "a=6*"]);
  expect(variables(6)).toEqual(["n=3", "a=6"]);
});

test("the stack names the open calls, innermost first, with the lines they are at", () => {
  expect(describeStep(recording, 3)?.stack).toEqual([
    { frame: 1, function: "inner", line: 2 },
    { frame: 0, function: "outer", line: 6 },
  ]);
  expect(describeStep(recording, 99)).toBeNull();
});

test("output before and during a step are told apart", () => {
  expect(describeStep(recording, 5)).toMatchObject({ outputBefore: "", outputNow: "" });
  expect(describeStep(recording, 6)).toMatchObject({ outputBefore: "", outputNow: "6\n" });
  expect(describeStep(recording, 7)).toMatchObject({ outputBefore: "6\n", outputNow: "" });
});

test("a step in a few words", () => {
  expect(recording.steps.slice(4, 7).map(summarize)).toEqual(["changes nothing", "returns 6", "changes nothing"]);
  const exception = { type: "KeyError", message: "'tea'", value: int(0), handled: false };
  expect(summarize(buildStep(0, { event: "exception", exception }))).toBe("raises KeyError: 'tea'");
  expect(summarize(buildStep(0, { event: "unwind", exception }))).toBe("leaves because of KeyError: 'tea'");
  const many = ["a", "b", "c", "d", "e", "f"].map((name) => bound(name, 1));
  expect(summarize(buildStep(0, { changes: many }))).toBe("a bound, b bound, c bound, d bound, 2 more");
});

test("changes of one variable are found in both directions", () => {
  expect(findChange(recording, { from: 0, direction: 1, name: "y" })).toBe(3);
  expect(findChange(recording, { from: 8, direction: -1, name: "n" })).toBe(0);
  expect(findChange(recording, { from: 3, direction: 1, name: "y" })).toBeNull();
});

test("two executions part where they first do something different, not where lines moved", () => {
  const other = buildNestedCalls();
  const steps = other.steps.map((step) => (step.seq === 3 ? { ...step, changes: [bound("y", 7)] } : step));
  const changed = findDivergence(recording, { ...other, steps });
  expect(changed).toMatchObject({ at: 3, common: 3 });
  expect(changed.left[3]).toMatchObject({ index: 3, line: 2, source: "y = x * 2", summary: "y = 6" });
  expect(changed.right[3]?.summary).toBe("y = 7");
  const moved = {
    ...other,
    header: { ...other.header, source: `\n${other.header.source}` },
    steps: other.steps.map((step) => ({ ...step, line: step.line + 1 })),
  };
  expect(findDivergence(recording, moved)).toMatchObject({ at: null, common: 9 });
  expect(findDivergence(recording, { ...other, steps: other.steps.slice(0, 6) }).reason).toBe(
    "The right execution ends after 6 steps; the left one goes on.",
  );
});
