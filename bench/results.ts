/**
 * A generated experiment (10 models × 10 conditions × problems × 10 samples) brought in by importing files, and everything that its page
 * asks the built server for, then the page itself in a browser. Grows from 10,000 to 1,000,000 samples. Needs a build (`npm start` makes
 * one) and a Chromium. `npx tsx bench/results.ts [--problems 10,100,1000] [--json FILE] [--table FILE] [--keep FOLDER]`; a folder that was
 * kept is measured again without importing again.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase, getDatabase } from "@/lib/database/client";
import { importFolder } from "./results/import-folder";
import { listAddresses } from "./results/list-addresses";
import { nameConditions } from "./results/name-conditions";
import { type ProcessFigures, processFigures } from "./results/process-figures";
import { type Served, serve } from "./results/serve";
import { timeRequests } from "./results/time-requests";
import { watchPage } from "./results/watch-page";
import { writeFiles } from "./results/write-files";
import { type Round, writeTable } from "./results/write-table";

const PORT = 4_290;
const REPEATS = 20;
const traced = ["next", "semcoder", "codeexecutor", "concise", "scratchpad", "statelens", "ldb", "values"];
const conditions = ["code", "feedback", ...traced.map((name) => `trace:${name}`)];

const { values } = parseArgs({
  options: {
    problems: { type: "string", default: "10,100,1000" },
    json: { type: "string" },
    table: { type: "string" },
    keep: { type: "string" },
  },
});

const folder = values.keep ?? (await mkdtemp(path.join(os.tmpdir(), "polytrace-bench-")));
process.env.POLYTRACE_DATA_DIR = path.join(folder, "data");
const served = await serve(PORT, process.env.POLYTRACE_DATA_DIR);
const rounds: Round[] = [];
try {
  for (const problems of values.problems.split(",").map(Number)) rounds.push(await measure(served, problems));
} finally {
  await closeDatabase();
  await served.stop();
  if (values.keep === undefined) await rm(folder, { recursive: true });
}
const table = writeTable(rounds);
process.stdout.write(table);
if (values.table !== undefined) await writeFile(values.table, table);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rounds, null, 2)}\n`);

async function measure({ url, pid }: Served, problems: number): Promise<Round> {
  const load = os.loadavg()[0] ?? 0;
  const name = `Bench of ${problems} problems`;
  const known = await getDatabase().experiment.findFirst({ where: { name, status: "completed" } });
  const { experimentId, imported } =
    known === null ? await bringIn({ name, pid, problems }) : { experimentId: known.id, imported: null };
  const arms = await getDatabase().arm.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  const cpuSeconds = () => processFigures(pid).reduce((sum, each) => sum + each.cpuSeconds, 0);
  const requests = [];
  for (const { what, path: address } of listAddresses(experimentId, arms)) {
    requests.push(await timeRequests({ what, address: `${url}${address}`, repeats: REPEATS, cpuSeconds }));
    process.stderr.write(`${JSON.stringify(requests.at(-1))}\n`);
  }
  const page = await watchPage(url, experimentId);
  const samples = conditions.length * 10 * problems * 10;
  return { problems, load, samples, imported, requests, page, processes: processFigures(pid) };
}

type Bringing = { readonly name: string; readonly pid: number; readonly problems: number };

/** Writes files, imports them and names their conditions. */
async function bringIn({ name, pid, problems }: Bringing): Promise<{ experimentId: string; imported: Round["imported"] }> {
  const files = path.join(folder, `files-${problems}`);
  const { bytes } = await writeFiles(files, { models: 10, conditions, problems, samples: 10 });
  const before = processFigures(pid);
  const start = performance.now();
  const { experimentId, ownCpu, ownMb } = await importFolder(files, name);
  const seconds = (performance.now() - start) / 1_000;
  await rm(files, { recursive: true });
  await nameConditions(experimentId, conditions);
  const databaseCpu = cpuOf(processFigures(pid)) - cpuOf(before);
  return { experimentId, imported: { bytes, seconds, ownCpu, ownMb, databaseCpu } };
}

function cpuOf(processes: readonly ProcessFigures[]): number {
  return processes.filter(({ name }) => name === "database").reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}
