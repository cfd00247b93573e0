import { expect, test } from "vitest";
import { progressLine } from "./progress";
import { runConcurrently } from "./run-concurrently";

test("the line says what is done, how fast, and how long it will take", () => {
  const line = progressLine({ total: 200, skipped: 50, done: 48, failed: 2 }, 2_000);
  expect(line).toBe("[████████████░░░░░░░░░░░░] 100/200 rows · 25.0 rows/s · 50 done before · 2 failed · 4 s left");
});

test("nothing to do is no division by zero", () => {
  expect(progressLine({ total: 0, skipped: 0, done: 0, failed: 0 }, 0)).toBe(`[${"░".repeat(24)}] 0/0 rows · 0.0 rows/s`);
});

async function* count(to: number): AsyncGenerator<number> {
  for (let value = 0; value < to; value += 1) yield value;
}

test("work runs at most so many at a time, and all of it", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await runConcurrently(count(20), 3, async (value) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(value);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test("a failure ends it, after what is under way", async () => {
  const started: number[] = [];
  const work = async (value: number) => {
    started.push(value);
    if (value === 2) throw new Error("broken");
  };
  await expect(runConcurrently(count(1_000), 2, work)).rejects.toThrow("broken");
  expect(started.length).toBeLessThan(10);
});
