import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { decodeRecording } from "./decode-recording";
import { defaultLimits } from "./schema";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createPool({ workers: 1 });
}, 120_000);
afterAll(() => pool.close());

describe("large structures", () => {
  test.each([
    [
      "20,000 linked objects",
      "class N: pass\ndef f():\n    head = None\n    for i in range(20000):\n        n = N()\n        n.next = head\n        head = n\n    return 1\n",
      80_000,
    ],
    [
      "a list of 4,000 lists",
      "def f():\n    rows = [[i] for i in range(4000)]\n    for i in range(300):\n        rows[i].append(1)\n    return 1\n",
      600,
    ],
    [
      "a registry that 600 objects hold",
      "class N: pass\ndef f():\n    r = {}\n    held = []\n    for i in range(600):\n        n = N()\n        n.r = r\n        held.append(n)\n        r[i] = 1\n    return 1\n",
      3_000,
    ],
  ])("%s are decoded in time that grows with the recording", { timeout: 120_000 }, async (_, source, fewest) => {
    const recorded = await pool.record({
      source,
      entry: { kind: "call", expression: "f()" },
      limits: { ...defaultLimits, cpuMs: 20_000, wallMs: 40_000 },
      priority: "interactive",
    });
    const start = process.cpuUsage();
    const { steps, end } = decodeRecording(recorded);
    const { user } = process.cpuUsage(start);
    expect(end.completeness.kind).toBe("complete");
    expect(steps.length).toBeGreaterThan(fewest);
    expect(user / 1e6).toBeLessThan(8);
  });
});
