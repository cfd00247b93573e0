import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { defaultLimits, type Entry, type Limits } from "@/lib/recordings/schema";
import { countOwnPipes, listInterpreterProcesses } from "@/testing/host-state";
import { InfrastructureError, JailRefusedError, QueueFullError } from "./runner-errors";
import { createPool, type PoolOptions, type RunnerPool } from "./runner-pool";

const open: RunnerPool[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

async function start(options: PoolOptions): Promise<RunnerPool> {
  const pool = await createPool(options);
  open.push(pool);
  return pool;
}

const script: Entry = { kind: "script", stdin: "" };
type Change = { entry?: Entry; limits?: Partial<Limits>; signal?: AbortSignal; priority?: "interactive" | "batch" };

function record(pool: RunnerPool, source: string, change: Change = {}) {
  const { entry = script, limits = {}, signal, priority = "interactive" } = change;
  return pool.record({ source, entry, limits: { ...defaultLimits, ...limits }, signal, priority });
}

const sleeper = "import time\ntime.sleep(60)";

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error("this did not happen within 10 s");
    await delay(10);
  }
}

describe("entries", () => {
  test.each<[string, string, Entry, string]>([
    ["a script", "print(__name__, input(), input())", { kind: "script", stdin: "a\nb\n" }, "__main__ a b\n"],
    ["a script that opens its input", "print(open(0).read())", { kind: "script", stdin: "é\n" }, "é\n\n"],
    [
      "a call",
      "def f(n):\n  print(__name__, n)\nif __name__ == '__main__':\n  f(0)",
      { kind: "call", expression: " f(3) " },
      "program 3\n",
    ],
    ["test code", "def f(n):\n  return n", { kind: "test", code: "x = f(1)\nassert x == 1\nprint('held')" }, "held\n"],
  ])("%s", async (_, source, entry, stdout) => {
    const pool = await start({ workers: 1 });
    const { end, header } = await record(pool, source, { entry });
    expect(end).toMatchObject({ status: "completed", stdout, stderr: "", exitCode: 0, error: null });
    expect(header).toMatchObject({ source, entry, pythonVersion: pool.health().pythonVersion });
  });

  test.each<[string, string, Entry, object]>([
    ["in the program", "def f():\n\n  return 1 / 0", { kind: "call", expression: "f()" }, { line: 3, file: "program" }],
    ["in the entry", "def f(): pass", { kind: "test", code: "f()\nassert False" }, { line: 2, file: "entry" }],
    [
      "of a syntax error in the entry",
      "x = 1",
      { kind: "call", expression: "f(" },
      { line: 1, file: "entry", type: "SyntaxError" },
    ],
  ])("the error's line %s", async (_, source, entry, error) => {
    const pool = await start({ workers: 1 });
    const { end } = await record(pool, source, { entry });
    expect(end.error).toMatchObject(error);
    expect(end.exitCode).toBe(1);
  });
});

describe("a run that nobody waits for any more", () => {
  test("is ended while it runs, and the next job is not harmed", async () => {
    const pool = await start({ workers: 1 });
    const controller = new AbortController();
    const run = record(pool, sleeper, { signal: controller.signal });
    await until(() => pool.health().busy === 1);
    const begin = performance.now();
    controller.abort(new Error("gone"));
    await expect(run).rejects.toThrow("gone");
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect((await record(pool, "print(1)")).end.stdout).toBe("1\n");
  });

  test("leaves the queue, and one that comes too late is not run", async () => {
    const pool = await start({ workers: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = record(pool, sleeper, { signal: first.signal });
    const waiting = record(pool, sleeper, { signal: second.signal });
    expect(pool.health()).toMatchObject({ busy: 1, queued: 1 });
    second.abort(new Error("tired of waiting"));
    await expect(waiting).rejects.toThrow("tired of waiting");
    expect(pool.health().queued).toBe(0);
    first.abort(new Error("also"));
    await expect(running).rejects.toThrow("also");
    await expect(record(pool, "x = 1", { signal: AbortSignal.abort(new Error("never began")) })).rejects.toThrow("never began");
  });

  test("does not end the job that comes after it, however close the two are", async () => {
    const pool = await start({ workers: 1 });
    for (let round = 0; round < 30; round += 1) {
      const controller = new AbortController();
      const run = record(pool, "x = 1", { signal: controller.signal }).catch(() => null);
      await delay(round % 6);
      controller.abort(new Error("gone"));
      expect((await record(pool, `print(${round})`)).end.stdout).toBe(`${round}\n`);
      await run;
    }
  });
});

describe("the queue", () => {
  test("is bounded and says when to come again", async () => {
    const pool = await start({ workers: 1, queueLimit: 2 });
    const controller = new AbortController();
    const runs = [1, 2, 3].map(() => record(pool, sleeper, { signal: controller.signal }).catch((error: unknown) => error));
    const refused = await record(pool, "x = 1").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QueueFullError);
    expect(refused).toHaveProperty("retryAfterMs", expect.any(Number));
    controller.abort(new Error("end"));
    await Promise.all(runs);
    expect((await record(pool, "print(2)")).end.stdout).toBe("2\n");
  });

  test("keeps one interpreter free of batch jobs, and lets interactive runs go first", async () => {
    const pool = await start({ workers: 2 });
    const controller = new AbortController();
    const runs = [1, 2, 3].map(() => record(pool, sleeper, { priority: "batch", signal: controller.signal }).catch(() => null));
    expect((await record(pool, "print('at once')")).end.stdout).toBe("at once\n");
    expect(pool.health()).toMatchObject({ busy: 1, queued: 2 });
    controller.abort(new Error("end"));
    await Promise.all(runs);
  });
});

describe("when the machinery fails", () => {
  test("the job is run again and the interpreter is started again", async () => {
    const pool = await start({ workers: 1 });
    const run = record(pool, "import time\ntime.sleep(0.5)\nprint('done')");
    await until(() => pool.health().busy === 1);
    for (const { id } of listInterpreterProcesses()) process.kill(id, "SIGKILL");
    expect((await run).end.stdout).toBe("done\n");
  });

  test("a second failure is told as such, never as an end of the program", { timeout: 30_000 }, async () => {
    const pool = await start({ workers: 1 });
    const run = record(pool, sleeper).catch((error: unknown) => error);
    const killer = setInterval(() => {
      if (pool.health().busy === 1) for (const { id } of listInterpreterProcesses()) process.kill(id, "SIGKILL");
    }, 50);
    const error = await run;
    clearInterval(killer);
    expect(error).toBeInstanceOf(InfrastructureError);
    expect((await record(pool, "print(3)")).end.stdout).toBe("3\n");
  });

  test("an interpreter that cannot be started is named", async () => {
    const pool = await start({ workers: 1, python: "/nowhere/python3" });
    expect(pool.health().tier).toBe("refuse");
    const error = await record(pool, "x = 1").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(JailRefusedError);
    expect(error).toHaveProperty("message", expect.stringContaining("/nowhere/python3"));
  });
});

test("a thousand jobs leave no memory, descriptor or process behind", { timeout: 60_000 }, async () => {
  const pipes = countOwnPipes();
  const pool = await start({ workers: 1 });
  const many = async (count: number) => {
    for (let done = 0; done < count; done += 1) await record(pool, "hold = [0] * 100000\nprint(len(hold))");
  };
  const measure = () => {
    const processes = listInterpreterProcesses();
    return {
      processes: processes.length,
      descriptors: processes.reduce((sum, process) => sum + process.descriptors, 0),
      residentKiB: processes.reduce((sum, process) => sum + process.residentKiB, 0),
    };
  };
  await many(50);
  const before = measure();
  await many(950);
  const after = measure();
  expect(after.processes).toBe(before.processes);
  expect(after.descriptors).toBe(before.descriptors);
  expect(after.residentKiB - before.residentKiB).toBeLessThan(4_096);
  await pool.close();
  expect(listInterpreterProcesses()).toEqual([]);
  await until(() => countOwnPipes() <= pipes);
});
