/**
 * Steps per second of every adapter, in Node, on one core: a loop of 200,000 steps (the product's default limit) of which each
 * changes a variable. The best of ten rounds.
 * CPU seconds include the garbage collector's threads, and tell more than wall time where the machine is busy.
 * Run: npx tsx bench/adapters.ts [steps]. Prints a table, and writes the figures as JSON to the path in BENCH_OUTPUT when set.
 */
import { writeFileSync } from "node:fs";
import { listAdapters } from "@/lib/adapters/registry";
import { defaultLimits, type Recording, type Step } from "@/lib/recordings/schema";
import { completeOptions } from "@/lib/traces/complete-options";

const GOAL = 1_000_000;
const STEPS = 200_000;
const ROUNDS = 10;
const source = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total";

function buildLoop(count: number): Recording {
  const shared = { thread: 0, frame: 0, value: null, exception: null, output: "" } as const;
  const steps: Step[] = [];
  let total = 0;
  for (let seq = 0; seq < count; seq += 1) {
    const isHead = seq % 2 === 0;
    const counter = seq >> 1;
    if (!isHead) total += counter;
    const text = String(isHead ? counter : total);
    const change = { name: isHead ? "i" : "total", kind: "rebound", value: { kind: "int", text, digits: text.length } } as const;
    const line = isHead ? 3 : 4;
    steps.push({ ...shared, seq, event: "line", line, endLine: line, changes: [change], settledAt: seq + 1 });
  }
  return {
    header: {
      formatVersion: 1,
      recorderVersion: "bench",
      pythonVersion: "3.11",
      jailTier: "none",
      source,
      entry: { kind: "call", expression: `f(${count >> 1})` },
      limits: defaultLimits,
    },
    phase: "entry",
    frames: [
      {
        frame: 0,
        parentFrame: null,
        depth: 0,
        function: "f",
        firstLine: 1,
        lastLine: 5,
        kind: "function",
        variables: ["n", "total", "i"],
        argumentCount: 1,
      },
    ],
    steps,
    end: {
      status: "completed",
      reason: "The program ran to its end.",
      completeness: { kind: "complete" },
      error: null,
      exitCode: 0,
      stepsSeen: count,
      elapsedMs: 0,
      cpuMs: 0,
      stdout: "",
      stderr: "",
      audit: {},
      captureNotes: [],
    },
  };
}

const count = Number(process.argv[2] ?? STEPS);
const recording = buildLoop(count);
const figures = listAdapters().map((adapter) => {
  const options = completeOptions(adapter, {});
  let best = Number.POSITIVE_INFINITY;
  let bestCpu = Number.POSITIVE_INFINITY;
  let characters = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    characters = adapter.render(recording, options).text.length;
    best = Math.min(best, performance.now() - start);
    bestCpu = Math.min(bestCpu, process.cpuUsage(cpu).user / 1000);
  }
  const perSecond = (ms: number): number => Math.round((count / ms) * 1000);
  const speed = { stepsPerSecond: perSecond(best), stepsPerCpuSecond: perSecond(bestCpu) };
  return { adapter: adapter.id, steps: count, bestMs: Math.round(best), ...speed, characters };
});
console.table(figures);
const slow = figures.filter(({ stepsPerSecond }) => stepsPerSecond < GOAL).map(({ adapter }) => adapter);
console.log(slow.length === 0 ? "All adapters reach 1,000,000 steps/s." : `Below 1,000,000 steps/s: ${slow.join(", ")}.`);
if (process.env.BENCH_OUTPUT !== undefined) writeFileSync(process.env.BENCH_OUTPUT, `${JSON.stringify(figures, null, 2)}\n`);
