import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertTest, callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { listInterpreterProcesses } from "@/testing/host-state";
import { createJudge } from "./judge-program";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createPool({ workers: 1 });
}, 60_000);
afterAll(() => pool.close());

const given = {
  taskId: "t",
  kind: "synthesis",
  format: "plain-problems",
  prompt: "",
  timeLimitMs: 1_000,
  entryPoint: "add",
} as const;
const parts = { suite: "base", visible: false, index: 0 } as const;
const byAssert = makeProblem({ ...given, tests: [assertTest({ ...parts, code: "assert add(1, 2) == 3" })] });
const byCall = makeProblem({ ...given, tests: [callTest({ ...parts, arguments: "1, 2", expected: "3" })] });
const right = "def add(a, b):\n    return a + b";

/** Waiting processes and the one that is forked ahead; what a test leaves would come on top. */
const count = () => listInterpreterProcesses().length;

test.each(["outlives_its_tests", "hangs", "kills_everything", "exit_from_thread", "floods_its_answers"])(
  "no process of %s is left, and the memory of the warm interpreter stays",
  { timeout: 60_000 },
  async (name) => {
    const judge = createJudge(pool);
    for (const problem of [byAssert, byCall]) await judge({ problem, program: right, tests: "all" });
    const before = count();
    const program = readFileSync(`tracer/tests/cheats/${name}.py`, "utf8");
    for (const problem of [byAssert, byCall, byAssert, byCall]) {
      expect((await judge({ problem, program, tests: "all" })).verdict).not.toBe("passed");
    }
    await expect.poll(count, { timeout: 5_000 }).toBe(before);
    const largest = Math.max(...listInterpreterProcesses().map(({ residentKiB }) => residentKiB));
    expect(largest).toBeLessThan(200 * 1_024);
    expect((await judge({ problem: byAssert, program: right, tests: "all" })).verdict).toBe("passed");
  },
);

test("a thread that goes on does not keep its program's verdict waiting when the tests are over", {
  timeout: 30_000,
}, async () => {
  const program = `import threading\ndef go_on():\n    while True: pass\nthreading.Thread(target=go_on).start()\n${right}`;
  const judge = createJudge(pool);
  const { verdict } = await judge({ problem: byAssert, program, tests: "all" });
  expect(verdict).toBe("passed");
  await expect.poll(() => count() > 0 && pool.health().busy === 0, { timeout: 5_000 }).toBe(true);
});

test("a process that dies before its program begins is trouble of the machine and tried again", { timeout: 30_000 }, async () => {
  const judge = createJudge(pool);
  await judge({ problem: byAssert, program: right, tests: "all" });
  const ids = () => listInterpreterProcesses().map(({ id }) => id);
  // Forked last: the process for a next job, and before it the one for its program.
  const waiting =
    ids()
      .toSorted((a, b) => a - b)
      .at(-2) ?? 0;
  const before = count();
  process.kill(waiting, "SIGSTOP");
  const judged = judge({ problem: byAssert, program: right, tests: "all" });
  await expect.poll(count, { timeout: 5_000 }).toBe(before + 2);
  process.kill(waiting, "SIGKILL");
  expect((await judged).verdict).toBe("passed");
});
