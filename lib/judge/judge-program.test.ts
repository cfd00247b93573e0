import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "@/lib/benchmarks/schema";
import { assertTest, callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { createJudge } from "./judge-program";
import type { JudgeProgram } from "./schema";

let pool: RunnerPool;
let judge: JudgeProgram;
beforeAll(async () => {
  pool = await createPool({ workers: 3 });
  judge = createJudge(pool);
}, 60_000);
afterAll(() => pool.close());

const parts = { suite: "base", visible: false } as const;
const base = { taskId: "t", kind: "synthesis", format: "plain-problems", prompt: "", timeLimitMs: 1_000 } as const;

function called(...calls: readonly (readonly [string, string])[]): Problem {
  const tests = calls.map(([given, expected], index) => callTest({ ...parts, index, arguments: given, expected }));
  return makeProblem({ ...base, entryPoint: "add", tests });
}

function asserted(...codes: readonly string[]): Problem {
  const tests = codes.map((code, index) => assertTest({ ...parts, index, code }));
  return makeProblem({ ...base, entryPoint: "add", reference: "def add(a, b):\n    return a + b", tests });
}

function scripted(input: string, output: string): Problem {
  return makeProblem({
    ...base,
    entryPoint: null,
    callStyle: "program",
    tests: [{ ...parts, id: "base:0", kind: "stdin", input, output }],
  });
}

const byCalls = called(["1, 2", "3"], ["2, 2", "4"]);
const byAsserts = asserted("assert add(1, 2) == 3", "def check(candidate):\n    assert candidate(2, 2) == 4\ncheck(add)");
const right = "def add(a, b):\n    return a + b";

describe("cheating programs", { timeout: 120_000 }, () => {
  const folder = path.resolve("tracer/tests/cheats");
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));
  test("are as many as promised", () => expect(names.length).toBeGreaterThanOrEqual(20));

  test.each(names)("%s does not pass, and the next program is judged rightly", async (name) => {
    const program = readFileSync(path.join(folder, name), "utf8");
    for (const problem of [byCalls, byAsserts]) {
      const verdict = await judge({ problem, program, tests: "all" });
      expect(verdict.verdict).not.toBe("passed");
      // One wrong answer may be right by chance of the cheat's constant, all of them never.
      expect(verdict.tests.every(({ passed }) => passed)).toBe(false);
      expect((await judge({ problem, program: right, tests: "all" })).verdict).toBe("passed");
    }
  });
});

describe("verdicts", { timeout: 30_000 }, () => {
  test.each<[string, string, Problem, string]>([
    ["passed", right, byCalls, "passed"],
    ["passed", right, byAsserts, "passed"],
    ["a wrong answer", "def add(a, b):\n    return a - b", byCalls, "failed"],
    ["a wrong answer under assertions", "def add(a, b):\n    return a - b", byAsserts, "failed"],
    ["no Python", "def add(:", byCalls, "failed"],
    ["no Python under assertions", "def add(:", byAsserts, "failed"],
    ["no end", `x = '${"\x01".repeat(9_000_000)}'\n${right}`, byCalls, "failed"],
    ["no entry point", "x = 1", byAsserts, "failed"],
    ["nothing", "  \n", byCalls, "no_code"],
    ["hanging", "def add(a, b):\n    while True: pass", byAsserts, "timeout"],
    ["hanging while loading", "while True: pass", byCalls, "timeout"],
    ["too much memory", "def add(a, b):\n    return [0] * 10**10", byCalls, "memory"],
    ["a little too much memory", "def add(a, b):\n    bytearray(1_100 << 20)\n    return a + b", byCalls, "memory"],
    [
      "a little too much memory under assertions",
      "def add(a, b):\n    bytearray(1_100 << 20)\n    return a + b",
      byAsserts,
      "memory",
    ],
    ["too much memory while loading", "x = [0] * 10**10", byCalls, "memory"],
    ["too much memory while loading under assertions", "x = [0] * 10**10", byAsserts, "memory"],
    ["a crash", "import os, signal\ndef add(a, b):\n    os.kill(os.getpid(), signal.SIGSEGV)", byCalls, "crashed"],
    ["a script", "print(int(input()) * 2)", scripted("21\n", "42\n"), "passed"],
    ["a script that leaves", "import sys\nprint(42)\nsys.exit()", scripted("", "42\n"), "passed"],
    ["a wrong script", "print(41)", scripted("", "42\n"), "failed"],
    ["a script that raises", "print(42)\n1 / 0", scripted("", "42\n"), "failed"],
    ["a script that leaves at once", "import os\nos.write(1, b'42\\n')\nos._exit(0)", scripted("", "42\n"), "crashed"],
  ])("%s", async (_, program, problem, verdict) => {
    const found = await judge({ problem, program, tests: "all" });
    expect(found.verdict, JSON.stringify(found.tests)).toBe(verdict);
  });

  test("each test keeps its outcome, its answer and what was expected", async () => {
    const problem = called(["1, 2", "3"], ["2, 2", "5"], ["'a', 1", "0"], ["2, 3", "5"]);
    const { tests, verdict } = await judge({ problem, program: right, tests: "all" });
    expect(verdict).toBe("failed");
    expect(tests.map(({ outcome, actual, expected }) => [outcome, actual, expected])).toEqual([
      ["passed", "3", "3"],
      ["wrong", "4", "5"],
      ["raised", null, "0"],
      ["passed", "5", "5"],
    ]);
  });

  test.each([
    [
      "a Counter is the dict of its counts",
      "from collections import Counter\ndef add(a, b):\n    return Counter([a, a])",
      "{1: 2}",
      "passed",
    ],
    ["a subclass of dict is not", "class D(dict): pass\ndef add(a, b):\n    return D({a: 2})", "{1: 2}", "failed"],
    ["a million numbers", "def add(a, b):\n    return [a] * 1_000_000", "[1] * 1_000_000", "passed"],
    ["a million digits", "def add(a, b):\n    return 10**1_000_000 + b", "10**1_000_000 + 2", "passed"],
  ])("%s", async (_, program, expected, verdict) => {
    const found = await judge({ problem: { ...called(["1, 2", expected]), timeLimitMs: 10_000 }, program, tests: "all" });
    expect(found.verdict).toBe(verdict);
  });

  test("tests behind one that hangs are still run", async () => {
    const program = "def add(a, b):\n    while a == 1: pass\n    return a + b";
    for (const problem of [byCalls, byAsserts]) {
      const { tests } = await judge({ problem, program, tests: "all" });
      expect(tests.map(({ outcome }) => outcome)).toEqual(["timeout", "passed"]);
    }
  });

  test("a program that sleeps is over its limit, too, and is not waited for much longer", async () => {
    const begin = performance.now();
    const { tests } = await judge({
      problem: byAsserts,
      program: "import time\ndef add(a, b):\n    time.sleep(60)",
      tests: "all",
    });
    expect(tests.map(({ outcome, message }) => [outcome, message])).toEqual(
      Array.from({ length: 2 }, () => ["timeout", "The program ran longer than 1 s."]),
    );
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  test("what counts is the processor time of the program, which runs beside the tests", async () => {
    const { tests: all } = await judge({ problem: byAsserts, program: "def add(a, b):\n    while True: pass", tests: "all" });
    expect(all[0]).toMatchObject({ outcome: "timeout", message: "The program used more than 1 s of processor time." });
  });

  test("only the wanted tests are run", async () => {
    const problem = makeProblem({ ...byCalls, tests: byCalls.tests.map((entry, index) => ({ ...entry, visible: index === 0 })) });
    const indices = async (tests: "visible" | "hidden" | "all") =>
      (await judge({ problem, program: right, tests })).tests.map(({ index }) => index);
    expect([await indices("visible"), await indices("hidden"), await indices("all")]).toEqual([[0], [1], [0, 1]]);
  });
});

describe("test code across two processes", { timeout: 30_000 }, () => {
  test.each([
    ["arguments changed in place", "def add(a, b):\n    a.append(b)", "x = [1]\nadd(x, 2)\nassert x == [1, 2]"],
    [
      "exceptions of builtin types",
      "def add(a, b):\n    raise KeyError('k')",
      "try:\n    add(1, 2)\nexcept KeyError:\n    pass\nelse:\n    assert False",
    ],
    ["values of the program", "LIMIT = (1, {2})\ndef add(a, b):\n    return a", "assert LIMIT == (1, {2}) and add(1, 2) == 1"],
    ["generators", "def add(a, b):\n    yield a\n    yield b", "assert list(add(1, 2)) == [1, 2]"],
    [
      "large and odd numbers",
      "def add(a, b):\n    return a",
      "assert add(10**50, 0) == 10**50 and add(1.5, 0) == 1.5 and add(True, 0) is True",
    ],
    [
      "other functions of the program",
      "def add(a, b):\n    return a\ndef twice(a):\n    return 2 * a",
      "assert twice(add(2, 1)) == 4",
    ],
  ])("%s", async (_, program, code) => {
    const problem = { ...asserted(code), reference: null };
    const { verdict, tests } = await judge({ problem, program, tests: "all" });
    expect(verdict, JSON.stringify(tests)).toBe("passed");
    expect(tests[0]?.message).toBeNull();
  });

  test("where the reference shows that a test needs objects, one process is used and said", async () => {
    const reference =
      "class Node:\n    def __init__(self, value):\n        self.value = value\ndef add(node):\n    return node.value + 1";
    const problem = { ...asserted("assert add(Node(2)) == 3"), reference };
    const { verdict, tests } = await judge({ problem, program: reference, tests: "all" });
    expect(verdict).toBe("passed");
    expect(tests[0]?.message).toContain("own process");
    for (const program of [
      "import os\nos._exit(0)",
      "import sys\nsys.exit(0)",
      `${reference}\nimport os, atexit\natexit.register(os._exit, 0)`,
    ]) {
      expect((await judge({ problem, program, tests: "all" })).verdict).not.toBe("passed");
    }
  });
});

describe("predictions", { timeout: 30_000 }, () => {
  const code = "def f(a, b=1):\n    return [a] * b";
  const problem = (kind: Problem["kind"]) =>
    makeProblem({ ...called(["2, b=3", "[2, 2, 2]"]), kind, entryPoint: "f", starter: code, reference: code });

  test("functions are given only to programs that the benchmark gives functions to", async () => {
    const filter = "def f(items, keep):\n    return [item for item in items if keep(item)]";
    const own = { ...problem("input-prediction"), starter: filter, tests: called(["[1, 5], lambda n: n > 2", "[5]"]).tests };
    expect((await judge({ problem: own, program: "[5, 1], lambda n: n == 5", tests: "all" })).verdict).toBe("passed");
    expect((await judge({ problem: own, program: "[5, 1], lambda n: True", tests: "all" })).verdict).toBe("failed");
    for (const program of [
      "[1], lambda n: True) and [5] or (0",
      "[1], lambda n: 1 # '\n) and [5] or (0 # '\n",
      "setattr(f, '__code__', (lambda *given: [5]).__code__) or [1], lambda n: n",
      "[1], lambda n=setattr(f, '__code__', (lambda *given: [5]).__code__): n",
      "[[1] for f.__code__ in [(lambda *given: [5]).__code__]], lambda n: n",
    ]) {
      expect((await judge({ problem: own, program, tests: "all" })).verdict, program).toBe("failed");
    }
    const cheat = "setattr(f, '__code__', (lambda *given: [2, 2, 2]).__code__) or 1, lambda: 0";
    expect((await judge({ problem: problem("input-prediction"), program: cheat, tests: "all" })).verdict).toBe("failed");
  });

  test.each<[Problem["kind"], string, string]>([
    ["output-prediction", "[2, 2, 2]", "passed"],
    ["output-prediction", "[2] * 3", "passed"],
    ["output-prediction", "[2, 2]", "failed"],
    ["output-prediction", "type('A', (), {'__eq__': lambda s, o: True})()", "failed"],
    ["output-prediction", "not python", "failed"],
    ["input-prediction", "2, 3", "passed"],
    ["input-prediction", "b=3, a=2", "passed"],
    ["input-prediction", "2, 2", "failed"],
    ["input-prediction", "*[2, 3]", "passed"],
    ["input-prediction", "globals().update(f=lambda *a: [2, 2, 2]) or 1", "failed"],
    ["input-prediction", "type('A', (int,), {'__rmul__': lambda s, o: [2, 2, 2]})(1), 1", "failed"],
  ])("%s %s: %s", async (kind, program, verdict) => {
    const found = await judge({ problem: problem(kind), program, tests: "all" });
    expect(found.verdict, JSON.stringify(found.tests)).toBe(verdict);
  });
});
