import { describe, expect, test } from "vitest";
import { problemSchema } from "@/lib/benchmarks/schema";
import type { OwnProblem } from "./schema";
import { toOwnProblem } from "./to-own-problem";

const program = "def add(a, b):\n    return a - b\n";
const calls = (...rows: readonly (readonly [string, string])[]): OwnProblem["tests"] => ({
  kind: "calls",
  rows: rows.map(([call, expected]) => ({ call, expected })),
});

describe("a program of one's own", () => {
  test("with calls is a problem of repair whose tests are all visible", () => {
    const problem = toOwnProblem({
      description: "",
      program,
      tests: calls(["add(1, 2)", "3"], ["", ""], [" add( (1), 0 ) ", " 1 "]),
    });
    expect(problemSchema.parse(problem)).toMatchObject({ kind: "repair", entryPoint: "add", starter: program });
    expect(problem.tests).toMatchObject([
      { kind: "call", visible: true, arguments: "1, 2", expected: "3" },
      { kind: "call", visible: true, arguments: " (1), 0 ", expected: "1" },
    ]);
  });

  test("without a program, but with words, is one of synthesis", () => {
    expect(toOwnProblem({ description: "Adds.", program: " ", tests: calls(["add(1, 2)", "3"]) })).toMatchObject({
      kind: "synthesis",
      starter: null,
    });
  });

  test("with asserts is about the first function of the program that they call", () => {
    const tests = { kind: "asserts", code: "assert len(str(add(1, 2))) == 1\nassert add(0, 0) == 0" } as const;
    expect(toOwnProblem({ description: "", program, tests })).toMatchObject({ entryPoint: "add", tests: [{}, {}] });
  });
});

describe("what is missing is said", () => {
  const fault = (own: Partial<OwnProblem>) => () =>
    toOwnProblem({ description: "", program, tests: calls(["add(1, 2)", "3"]), ...own });
  test.each([
    [{ program: "" }, "Write a program to repair, or say in words what the program should do."],
    [{ tests: calls() }, "Give at least one test"],
    [{ tests: calls(["1 + 1", "2"]) }, 'Test 1: write a call of the function, such as f(1, 2); "1 + 1" is not one.'],
    [{ tests: calls(["add(1, 2)", " "]) }, "Test 1: say which value add(1, 2) should return."],
    [{ tests: calls(["add(1, 2)", "3"], ["sub(1, 2)", "3"]) }, "these are of add and sub"],
    [{ tests: { kind: "asserts", code: "" } as const }, "Give at least one test"],
    [{ tests: { kind: "asserts", code: "assert 1 == 1" } as const }, "they test nothing"],
  ])("%j", (own, message) => {
    expect(fault(own)).toThrow(message);
  });
});
