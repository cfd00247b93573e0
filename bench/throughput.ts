/**
 * Small programs recorded and decoded per second, with 1, 2, … warm interpreters at work. Goal: ≥ 250 on two quiet cores; the load is
 * printed beside the figures, and the processor time per program says what a quiet machine would do.
 * Run: npx tsx bench/throughput.ts [programs]. Prints a table, and writes the figures as JSON to the path in BENCH_OUTPUT when set.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { defaultLimits } from "@/lib/recordings/schema";
import { createPool } from "@/lib/runner/runner-pool";

const PROGRAMS = Number(process.argv[2] ?? 500);
const source = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i * i\n    return total";

/** Processor time of this process and its children that have ended, and of the whole machine, in ms. */
function machineMs(): number {
  const [, user = 0, nice = 0, system = 0] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").split(/\s+/).map(Number);
  return (user + nice + system) * 10;
}

type Row = { readonly perSecond: number; readonly busyMsPerProgram: number };

async function measure(workers: number): Promise<Row> {
  const pool = await createPool({ workers: workers + 1 });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < PROGRAMS) {
      next += 1;
      const entry = { kind: "call", expression: `f(${5 + (next % 7)})` } as const;
      const recording = decodeRecording(await pool.record({ source, entry, limits: defaultLimits, priority: "batch" }));
      if (recording.end.status !== "completed") throw new Error(recording.end.reason);
    }
  };
  const [begin, busy] = [performance.now(), machineMs()];
  await Promise.all(Array.from({ length: workers * 2 }, work));
  const seconds = (performance.now() - begin) / 1_000;
  const row = { perSecond: PROGRAMS / seconds, busyMsPerProgram: (machineMs() - busy) / PROGRAMS };
  await pool.close();
  return row;
}

const load = loadavg()[0] ?? 0;
const rows: Record<string, Row> = {};
for (let workers = 1; workers <= cpus().length; workers += 1) rows[`${workers} at work`] = await measure(workers);
console.log(`${PROGRAMS} programs, ${cpus().length} cores, load ${load.toFixed(2)} before`);
console.table(rows);
if (process.env.BENCH_OUTPUT) {
  writeFileSync(
    process.env.BENCH_OUTPUT,
    `${JSON.stringify({ programs: PROGRAMS, loadBefore: load, goalPerSecond: 250, rows }, null, 2)}\n`,
  );
}
