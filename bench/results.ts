/**
 * A generated experiment of many samples (10 models × 10 conditions × problems × 10): how long its report, its table and its filters take
 * on the server. `npx tsx bench/results.ts [PROBLEMS]`, 1,000 unless given, which makes a million samples.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { applyMigrations } from "@/lib/database/apply-migrations";
import { closeDatabase, getDatabase } from "@/lib/database/client";
import { startEmbedded } from "@/lib/database/start-embedded";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { assignControls } from "@/lib/imports/assign-controls";
import { toFactors } from "@/lib/imports/to-factors";
import { listArmData, listArmIds } from "@/lib/results/data";
import { listSamplesPage } from "@/lib/results/data-samples";
import { listFlips } from "@/lib/results/list-flips";
import { loadReport } from "@/lib/results/load-report";
import { defaultSetting } from "@/lib/results/setting-schema";

const problems = Number(process.argv[2] ?? 1_000);
const id = "bench";
const conditions = [
  "code",
  "feedback",
  ...["next", "semcoder", "codeexecutor", "concise", "scratchpad", "a", "b", "c"].map((name) => `trace:${name}`),
];

function say(what: string, text: string): void {
  process.stdout.write(`${what.padEnd(52)} ${text}\n`);
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  say(what, `${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

async function timedOften(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  say(what, `median ${times[10]?.toFixed(0)} ms, p95 ${times[18]?.toFixed(0)} ms`);
}

const folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-bench-"));
const embedded = process.env.DATABASE_URL ? null : await startEmbedded(folder);
process.env.DATABASE_URL ??= embedded?.url ?? "";
await applyMigrations(process.env.DATABASE_URL);
try {
  await getDatabase().experiment.create({ data: { id, name: "Bench", origin: "import", status: "completed" } });
  const arms = Array.from({ length: 10 }, (_, model) =>
    conditions.map((condition) => {
      const key = `model-${model} ${condition}`;
      const factors = toFactors(
        importedArm({
          key,
          model: `model-${model}`,
          condition,
          benchmark: "bench",
          taskKind: "repair",
          strategy: "single",
          n: 10,
          temperature: 0.8,
          tests: "base",
        }),
      );
      return { key, factors };
    }),
  ).flat();
  const controls = assignControls(arms);
  await getDatabase().arm.createMany({
    data: arms.map(({ key, factors }, position) => ({
      id: `bench.${position}`,
      experimentId: id,
      key,
      position,
      problems,
      factors: { ...factors, controlKey: controls.get(key) ?? null },
    })),
  });
  await timed(`write ${(arms.length * problems * 10).toLocaleString("en")} samples`, async () => {
    for (const [position] of arms.entries()) {
      await getDatabase().$executeRaw`
        INSERT INTO "Sample" ("id", "armId", "taskId", "kind", "chain", "round", "final", "verdict", "promptTokens", "answerTokens")
        SELECT ${`bench.${position}`} || '/' || t || '/' || c, ${`bench.${position}`}, 'task/' || t, 'repair', c, 0, true,
          CASE WHEN (hashtext(t::text || ':' || c || ':' || ${String(position)}) & 1023) < (hashtext(t::text) & 1023) THEN 'passed' ELSE 'failed' END, 700, 200
        FROM generate_series(1, ${problems}::int) t, generate_series(0, 9) c`;
    }
  });
  await timed("report, the first time", () => loadReport(id, defaultSetting));
  await timedOften("report, later", () => loadReport(id, defaultSetting));
  const [arm = "", baseline = ""] = await listArmIds(id);
  await timedOften("one contrast with its problems", async () => {
    const [first, second] = await listArmData([arm, baseline]);
    return first !== undefined && second !== undefined ? listFlips(first, second, "pass@1") : null;
  });
  const last = Math.floor((arms.length * problems * 10) / 100) - 1;
  for (const page of [0, Math.floor(last / 2), last]) {
    await timedOften(`table, page ${page.toLocaleString("en")}`, () =>
      listSamplesPage(id, { filter: null, sort: "order", page }),
    );
  }
  for (const text of ["model:model-3 condition:trace:next verdict:failed", "verdict:failed", "tokens>500 problem:*77"]) {
    const parsed = parseFilter(text, sampleFields);
    if (parsed.ok)
      await timedOften(`filter ${text}`, () => listSamplesPage(id, { filter: parsed.filter, sort: "order", page: 0 }));
  }
  say("memory", `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
} finally {
  await closeDatabase();
  await embedded?.stop();
  await rm(folder, { recursive: true });
}
