import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "@/lib/benchmarks/schema";
import { assertTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { parseDataValue } from "./data-value";
import { createJudge } from "./judge-program";
import { partValue, runJudgeJob } from "./run-judge-job";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createPool({ workers: 2 });
}, 60_000);
afterAll(() => pool.close());

function problemOf(code: string, reference: string | null): Problem {
  const tests = [assertTest({ suite: "base", visible: false, index: 0, code })];
  const base = { taskId: "t", kind: "synthesis", format: "plain-problems", prompt: "", timeLimitMs: 2_000 } as const;
  return makeProblem({ ...base, entryPoint: "add", reference, tests });
}

async function verdictOf(problem: Problem, program: string): Promise<string> {
  return (await createJudge(pool)({ problem, program, tests: "all" })).verdict;
}

test.each([
  ["abs", "assert abs(add(1, 2) - 3) < 1e-6", "def abs(x):\n    return 0"],
  ["all", "assert all(add(n, n) == 2 * n for n in [1, 2])", "def all(items):\n    return True"],
  ["zip", "for got, want in zip([add(1, 2)], [3]):\n    assert got == want", "def zip(*lists):\n    return []"],
])("a program's own %s is not the test code's", async (_, code, shadow) => {
  const problem = problemOf(code, null);
  expect(await verdictOf(problem, `${shadow}\ndef add(a, b):\n    return 99`)).toBe("failed");
  expect(await verdictOf(problem, `${shadow}\ndef add(a, b):\n    return a + b`)).toBe("passed");
});

test("an entry point may have a builtin's name", async () => {
  const problem = { ...problemOf("assert sum(10, 15) == 6", null), entryPoint: "sum" };
  expect(await verdictOf(problem, "def sum(a, b):\n    return 6")).toBe("passed");
  expect(await verdictOf(problem, "def sum(a, b):\n    return 7")).toBe("failed");
});

test("test code that catches everything does not hide that the program has gone", async () => {
  const problem = problemOf("try:\n    add(1, 2)\nexcept:\n    pass", null);
  expect(await verdictOf(problem, "import os\ndef add(a, b):\n    os._exit(0)")).toBe("crashed");
});

test("a StopIteration of the program does not end the test code's loop", async () => {
  const problem = problemOf("assert all(map(lambda n: add(n, n) == 2 * n, [1, 2]))", null);
  expect(await verdictOf(problem, "def add(a, b):\n    raise StopIteration")).toBe("failed");
});

const reference =
  "class Node:\n    def __init__(self, value):\n        self.value = value\ndef add(node):\n    return node.value + 1";

test("in one process a program finds nothing with which it could end its job as passed", { timeout: 30_000 }, async () => {
  const problem = problemOf("assert add(Node(2)) == 3", reference);
  const cheat = readFileSync("tracer/tests/cheats/finds_the_end.py", "utf8").replace("def add(a, b)", "def add(node)");
  expect(await verdictOf(problem, `${cheat}\nclass Node:\n    def __init__(self, value): pass`)).toBe("failed");
  expect(await verdictOf(problem, reference)).toBe("passed");
});

test.each([
  ["records without end", "for _ in range(3_000_000): append(b'')"],
  ["half a record", "append(b'{\"loadError\"')"],
  ["millions of keys", `append(b'{"index":0,"value":{' + b",".join(b'"%x":0' % n for n in range(4_000_000)) + b"}}")`],
  ["millions of empty lists", "append(b'{\"index\":0,\"value\":[' + b'[],' * 9_000_000 + b'0]}')"],
  ["values that are none", 'append(b\'{"index":0,"value":{"constructor":[]}}\')'],
])("%s that a program adds to its results do no harm", { timeout: 30_000 }, async (_, forge) => {
  const source = `import gc
def add():
    for append in [thing for thing in gc.get_objects() if type(thing) is type(len) and thing.__name__ == "append"]:
        if type(append.__self__).__name__ == "Region":
            ${forge}
    return "found"`;
  const work = { kind: "calls" as const, source, expressions: ["add()"] };
  const begin = performance.now();
  const job = await runJudgeJob({ pool, signal: undefined }, { work, parts: 1, partMs: 5_000 });
  expect(job.results.size).toBeLessThanOrEqual(1);
  expect(partValue(job.results.get(0))?.kind).not.toBe("list");
  expect(performance.now() - begin).toBeLessThan(10_000);
});

test("a value has only the tags that there are", () => {
  for (const tag of ["constructor", "__proto__", "toString"]) {
    expect(() => parseDataValue(JSON.parse(`{"${tag}": []}`))).toThrow("no value with the tag");
  }
  expect(() => parseDataValue({ i: `0x${"f".repeat(3_000_000)}` })).toThrow("an integer was expected");
});

test("threads of a program see no frame below the one that answers for it", async () => {
  const program = `import sys, threading, time
seen = set()
def watch():
    while True:
        for frame in list(sys._current_frames().values()):
            while frame is not None:
                seen.add(frame.f_code.co_filename)
                frame = frame.f_back
        time.sleep(0.001)
threading.Thread(target=watch, daemon=True).start()
def add(a, b):
    return sorted(seen)`;
  const code = "import time\nadd(1, 2)\ntime.sleep(0.05)\nassert 0, add(1, 2)";
  const { tests } = await createJudge(pool)({ problem: problemOf(code, null), program, tests: "all" });
  expect(tests[0]?.message).toContain("lines.py");
  expect(tests[0]?.message).not.toMatch(/zygote|tiers|waiter|child/);
});

const lying = "class Lying:\n    def __eq__(self, other): return True\n    def __ne__(self, other): return False\n";

test("in one process an answer that lies about being equal is no answer, and one that is right still counts", async () => {
  const problem = problemOf("assert add(Node(2)) == 3\nassert add(Node(3)) == 4", reference);
  const node = "class Node:\n    def __init__(self, value):\n        self.value = value\n";
  expect(await verdictOf(problem, `${lying}${node}def add(node):\n    return Lying()`)).toBe("failed");
  const { tests } = await createJudge(pool)({ problem, program: reference, tests: "all" });
  expect(tests[0]?.message).toContain("own process");
  expect(await verdictOf(problem, reference)).toBe("passed");
});

const jumping = `import sys
def trace(frame, event, value):
    if frame.f_code.co_filename == "<entry>" and event == "line" and frame.f_lineno == 2:
        frame.f_lineno = 3
    return trace
try:
    sys.settrace(trace)
except RuntimeError:
    pass
class Node:
    def __init__(self, value):
        frame = sys._getframe()
        while frame := frame.f_back:
            frame.f_trace = trace
`;
const node = "class Node:\n    def __init__(self, value): pass\n";

test.each([
  ["a trace function", "node = Node(2)\nassert add(node) == 3\ndone = True", jumping],
  ["an abs of its own", "assert abs(add(Node(2)) - 3) < 1e-6", `${node}def abs(value):\n    return 0\n`],
  ["another abs", "assert abs(add(Node(2)) - 3) < 1e-6", `${node}import builtins\nbuiltins.abs = lambda value: 0\n`],
])("in one process %s does not make tests pass", async (_, code, cheat) => {
  const problem = problemOf(code, reference);
  expect(await verdictOf(problem, `${cheat}def add(node):\n    return 7`)).toBe("failed");
  expect(await verdictOf(problem, reference)).toBe("passed");
});

test("a test that the reference fails everywhere does not open the program's own process", async () => {
  const problem = problemOf("assert add(Node(2)) == 0", reference);
  const node = "class Node:\n    def __init__(self, value):\n        self.value = value\n";
  expect(await verdictOf(problem, `${lying}${node}def add(node):\n    return Lying()`)).toBe("failed");
});

test("without a reference solution no program brings it about that it is judged in its own process", async () => {
  const problem = problemOf("assert add(1, 2) == 3", null);
  const program = `${lying}class add:\n    def __new__(cls, a, b):\n        return Lying()`;
  const { verdict, tests } = await createJudge(pool)({ problem, program, tests: "all" });
  expect(verdict).toBe("failed");
  expect(tests[0]?.message).toContain("reference solution");
});
