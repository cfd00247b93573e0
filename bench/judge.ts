/**
 * Samples judged per second in the jail, against plain loops without one (bench/plain_judge.py): HumanEval's own solutions and answers of
 * CodeGen-16B, with 1, 2, … at work; and memory over 10,000 samples. Goal: at least what the usual harnesses do per core, linear to the
 * number of cores, memory flat. Needs ../shared/data.
 * Run: npx tsx --expose-gc bench/judge.ts; without the option the heap holds what was not collected yet. Prints tables in Markdown; writes the figures as JSON to the path in BENCH_OUTPUT when set.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { createJudge } from "@/lib/judge/judge-program";
import { findPython } from "@/lib/runner/find-python";
import { createPool } from "@/lib/runner/runner-pool";
import { loadWork, plainText, type Work } from "./judge-work";
import { readProcessTree } from "./process-tree";

const CODET_PER_PROBLEM = Number(process.env.BENCH_CODET ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const MEMORY_SAMPLES = Number(process.env.BENCH_MEMORY ?? 10_000);
const ways = ["fork", "process", "manager"] as const;

type Row = {
  readonly what: string;
  readonly how: string;
  readonly workers: number;
  readonly passed: number;
  readonly perSecond: number;
  /** Of all processes together. */
  readonly cpuMsPerSample: number;
};
type Memory = { readonly samples: number; readonly heapMiB: number; readonly nodeMiB: number; readonly interpreterMiB: number };

async function judgeAll(work: readonly Work[], workers: number, onDone: (count: number) => void): Promise<Omit<Row, "what">> {
  const pool = await createPool({ workers: workers === 1 ? 1 : workers + 1, queueLimit: workers * 16 });
  const judge = createJudge(pool);
  const [first] = work;
  if (first !== undefined) await judge({ ...first, tests: "all" });
  let [next, passed, done] = [0, 0, 0];
  const judgeNext = async () => {
    for (let item = work[next]; item !== undefined; item = work[next]) {
      next += 1;
      if ((await judge({ ...item, tests: "all" })).verdict === "passed") passed += 1;
      done += 1;
      onDone(done);
    }
  };
  const [begin, own, others] = [performance.now(), process.cpuUsage(), readProcessTree().cpuMs];
  await Promise.all(Array.from({ length: workers * 2 }, judgeNext));
  const seconds = (performance.now() - begin) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const cpuMs = (user + system) / 1_000 + readProcessTree().cpuMs - others;
  await pool.close();
  return { how: "Polytrace, jailed", workers, passed, perSecond: work.length / seconds, cpuMsPerSample: cpuMs / work.length };
}

function runPlainly(file: string, way: string, workers: number) {
  const script = path.join(import.meta.dirname, "plain_judge.py");
  const output = execFileSync(findPython(undefined), [script, "--way", way, "--workers", String(workers), file], {
    encoding: "utf8",
  });
  const { passed, seconds, cpuSeconds } = JSON.parse(output.trim().split("\n").at(-1) ?? "");
  return { passed: Number(passed), seconds: Number(seconds), cpuSeconds: Number(cpuSeconds) };
}

function judgePlainly(work: readonly Work[], way: (typeof ways)[number], workers: number): Omit<Row, "what"> {
  const folder = mkdtempSync(path.join(tmpdir(), "polytrace-bench-"));
  const file = path.join(folder, "programs.jsonl");
  const lines = work.map((item) =>
    JSON.stringify({ program: plainText(item), seconds: (item.problem.timeLimitMs ?? 3_000) / 1_000 }),
  );
  writeFileSync(file, lines.join("\n"));
  try {
    const { passed, seconds, cpuSeconds } = runPlainly(file, way, workers);
    return {
      how: `plain, ${way}`,
      workers,
      passed,
      perSecond: work.length / seconds,
      cpuMsPerSample: (cpuSeconds * 1_000) / work.length,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Ways take turns, so that other work on the machine falls on all of them. The best round counts, as the one that was disturbed least. */
async function compare(what: string, work: readonly Work[]): Promise<Row[]> {
  const best = new Map<string, Row>();
  const keep = (row: Omit<Row, "what">) => {
    console.error(
      `${what}, ${row.how}, ${row.workers} at work: ${row.perSecond.toFixed(1)}/s, ${row.cpuMsPerSample.toFixed(1)} ms`,
    );
    const key = `${row.how} ${row.workers}`;
    const known = best.get(key);
    if (known === undefined || row.cpuMsPerSample < known.cpuMsPerSample) best.set(key, { what, ...row });
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let workers = 1; workers <= cpus().length; workers += 1) {
      keep(await judgeAll(work, workers, () => undefined));
      for (const way of ways) keep(judgePlainly(work, way, workers));
    }
  }
  return [...best.values()].toSorted((a, b) => a.workers - b.workers);
}

async function measureMemory(canonical: readonly Work[]): Promise<Memory[]> {
  const many = Array.from({ length: MEMORY_SAMPLES }, (_, index) => canonical[index % canonical.length]).filter(
    (item) => item !== undefined,
  );
  const rows: Memory[] = [];
  const look = (samples: number) => {
    globalThis.gc?.();
    const { largestResidentKiB } = readProcessTree();
    const { heapUsed, rss } = process.memoryUsage();
    rows.push({ samples, heapMiB: heapUsed / 2 ** 20, nodeMiB: rss / 2 ** 20, interpreterMiB: largestResidentKiB / 1_024 });
    console.error(rows.at(-1));
  };
  const every = Math.ceil(MEMORY_SAMPLES / 5);
  await judgeAll(many, cpus().length, (count) => (count === 500 || count % every === 0) && look(count));
  return rows;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell)));
  return [head, head.map((_, index) => (index < 2 ? "---" : "---:")), ...shown].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const load = loadavg()[0] ?? 0;
const { canonical, codet } = await loadWork(CODET_PER_PROBLEM);
const rows = [...(await compare("HumanEval's solutions", canonical)), ...(await compare("CodeGen-16B's answers", codet))];
const memory = await measureMemory(canonical);
const head = ["programs", "how", "at work", "passed", "per second", "CPU ms each"];
console.log(`${cpus().length} cores, load ${load.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after\n`);
console.log(
  table(
    head,
    rows.map((row) => [row.what, row.how, `${row.workers}`, `${row.passed}`, row.perSecond, row.cpuMsPerSample]),
  ),
);
console.log(
  `\n${table(
    ["samples", "", "Node heap MiB", "Node MiB", "largest interpreter MiB"],
    memory.map((row) => [`${row.samples}`, "", row.heapMiB, row.nodeMiB, row.interpreterMiB]),
  )}`,
);
if (process.env.BENCH_OUTPUT)
  writeFileSync(process.env.BENCH_OUTPUT, `${JSON.stringify({ loadBefore: load, rows, memory }, null, 2)}\n`);
