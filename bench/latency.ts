/**
 * Latency of one warm, small recording: from the request to the decoded recording and to its rendering, one after the other.
 * Goal: p50 ≤ 10 ms, p95 ≤ 25 ms on a quiet machine; the load is printed beside the figures.
 * Run: npx tsx bench/latency.ts [runs]. Prints a table, and writes the figures as JSON to the path in BENCH_OUTPUT when set.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { defaultLimits } from "@/lib/recordings/schema";
import { createPool } from "@/lib/runner/runner-pool";
import { renderTrace } from "@/lib/traces/render-trace";

const RUNS = Number(process.argv[2] ?? 300);
const WARM_UP = 20;
const source = `def separate(numbers):
    odd, even = [], []
    for n in numbers:
        if n % 2 == 1:
            odd.append(n)
        else:
            even.append(n)
    return odd, even`;
const entry = { kind: "call", expression: "separate([1, 2, 3, 4, 5, 6, 7, 8])" } as const;

type Sample = { readonly recordedMs: number; readonly renderedMs: number };

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function figures(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), p99: quantile(values, 0.99) };
}

async function measure(): Promise<Sample[]> {
  const pool = await createPool({ workers: 2 });
  const samples: Sample[] = [];
  try {
    for (let run = 0; run < WARM_UP + RUNS; run += 1) {
      const begin = performance.now();
      const recording = decodeRecording(await pool.record({ source, entry, limits: defaultLimits, priority: "interactive" }));
      if (recording.end.status !== "completed" || recording.steps.length < 20)
        throw new Error(`unexpected: ${recording.end.reason}`);
      const recorded = performance.now();
      await renderTrace({ recording, adapterId: "next", options: {}, encoding: "o200k_base" });
      if (run >= WARM_UP) samples.push({ recordedMs: recorded - begin, renderedMs: performance.now() - begin });
    }
  } finally {
    await pool.close();
  }
  return samples;
}

const load = loadavg()[0] ?? 0;
const samples = await measure();
const result = {
  runs: RUNS,
  cores: cpus().length,
  loadBefore: load,
  goalMs: { p50: 10, p95: 25 },
  recorded: figures(samples.map(({ recordedMs }) => recordedMs)),
  rendered: figures(samples.map(({ renderedMs }) => renderedMs)),
};
console.log(`${RUNS} runs, ${result.cores} cores, load ${load.toFixed(2)} before`);
console.table({ "request → decoded": result.recorded, "request → rendered": result.rendered });
if (process.env.BENCH_OUTPUT) writeFileSync(process.env.BENCH_OUTPUT, `${JSON.stringify(result, null, 2)}\n`);
