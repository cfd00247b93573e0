import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getAdapter } from "@/lib/adapters/registry";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { completeOptions } from "@/lib/traces/complete-options";
import { answerAsk } from "../answer-ask";
import { createRunnerPool } from "../create-runner-pool";
import { decodeRecording } from "../decode-recording";
import { defaultLimits } from "../schema";
import { askThread } from "./ask-thread";

const compress = promisify(brotliCompress);
const source = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n";
let pool: RunnerPool;
beforeAll(async () => {
  pool = await createRunnerPool();
}, 120_000);
afterAll(() => pool.close());

test("a thread answers as this one would, says what is wrong, and leaves this one free meanwhile", {
  timeout: 120_000,
}, async () => {
  const entry = { kind: "call", expression: "f(20000)" } as const;
  const limits = { ...defaultLimits, wallMs: 60_000, cpuMs: 60_000 };
  const { header, end, stream } = await pool.record({ source, entry, limits, priority: "interactive" });
  const stored = { header, end, compressed: await compress(stream) };
  let loads = 0;
  const load = () => {
    loads += 1;
    return Promise.resolve(stored);
  };
  const options = completeOptions(getAdapter("concise"), {});
  const rendering = { kind: "rendering", adapterId: "concise", options, encoding: "o200k_base" } as const;
  await askThread("one", { kind: "steps", from: 0, to: 1 }, load);
  let longestMs = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 5);
  const answer = await askThread("one", rendering, load);
  clearInterval(clock);
  const started = performance.now();
  const here = await answerAsk(decodeRecording({ header, end, stream }), rendering);
  const hereMs = performance.now() - started;
  expect(answer).toBe(here);
  expect(loads).toBe(1);
  expect(longestMs).toBeLessThan(hereMs);
  const beyond = askThread("one", { kind: "steps", from: 0, to: 100_000 }, load);
  await expect(beyond).rejects.toMatchObject({ name: "AppError", code: "invalid_input" });
  expect(await askThread("two", { kind: "steps", from: 0, to: 1 }, () => Promise.resolve(null))).toBeNull();
});
