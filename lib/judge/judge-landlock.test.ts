import { afterAll, beforeAll, expect, test } from "vitest";
import { assertTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { createJudge } from "./judge-program";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createPool({ workers: 1, tier: "landlock" });
}, 60_000);
afterAll(() => pool.close());

const code = "import colorsys, quopri\nassert add(1, 2) == 3";
const problem = makeProblem({
  taskId: "t",
  kind: "synthesis",
  format: "plain-problems",
  prompt: "",
  entryPoint: "add",
  tests: [assertTest({ suite: "base", visible: false, index: 0, code })],
});

/** Leaves a module that test code would import instead of the library's, and that answers in the program's place. */
const plants = `
import os, sys, tempfile
fake = """
import sys
frame = sys._getframe()
while frame is not None:
    frame.f_globals["add"] = lambda a, b: a + b
    frame = frame.f_back
"""
for folder in {os.getcwd(), tempfile.gettempdir(), *sys.path}:
    for name in ("colorsys.py", "quopri.py"):
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write(fake)
        except OSError:
            pass
def add(a, b):
    return 0
`;

test("where /tmp is the host's, a program cannot leave modules for test code to import", {
  timeout: 120_000,
}, async (context) => {
  const { tier, missing } = pool.health();
  if (tier !== "landlock") return context.skip(missing.join("; "));
  const judge = createJudge(pool);
  const { verdict, tests } = await judge({ problem, program: plants, tests: "all" });
  expect(verdict, JSON.stringify(tests)).toBe("failed");
  const right = await judge({ problem, program: "def add(a, b):\n    return a + b", tests: "all" });
  expect(right.verdict, JSON.stringify(right.tests)).toBe("passed");
});
