import { BenchmarkScan } from "@/lib/benchmarks/benchmark-scan";
import { storeBenchmarks } from "@/lib/benchmarks/store-benchmarks";
import { AppError } from "@/lib/errors/app-error";
import { deleteExperiment, findExperiment } from "@/lib/experiments/data";
import { type ImportOptions, importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { hashOfSource } from "@/lib/formats/input/hash-source";
import { attachTables, type BroughtTable, takeTables } from "@/lib/imports/attach-tables";
import { contentHash } from "@/lib/imports/content-hash";
import { completeImport, countImport, findImport, listFileReports, saveFileReports, startImport } from "@/lib/imports/data";
import { finishArms } from "@/lib/imports/finish-arms";
import type { ImportReport } from "@/lib/imports/report-schema";
import { RowStore } from "@/lib/imports/row-store";
import type { FileReport } from "@/lib/imports/schema";

export type ImportRequest = ImportOptions & {
  readonly name?: string | undefined;
  readonly now: Date;
  /** Experiment that published tables are attached to where they come without results. */
  readonly attachTo?: string | undefined;
  readonly onProgress?: (progress: { readonly path: string; readonly rows: number }) => void;
};

/**
 * Reads files that someone brought into the database: results into one experiment, problems into benchmarks. The same files give the
 * same experiment; an import that was interrupted is done again from the start.
 * @returns What became of each file, and the experiment's id; null where no file held results.
 */
export async function importResults(brought: readonly ByteSource[], request: ImportRequest): Promise<ImportReport> {
  const { tables, rest } = request.as === undefined ? await takeTables(brought) : { tables: [], rest: brought };
  if (rest.length === 0 && request.attachTo !== undefined) return attachOnly(request.attachTo, tables, request.now);
  const report = await importRest(rest, request);
  const attached = await attachTables(report.experimentId, tables, request.now);
  return { ...report, files: [...report.files, ...attached] };
}

async function attachOnly(experimentId: string, tables: readonly BroughtTable[], now: Date): Promise<ImportReport> {
  const experiment = await findExperiment(experimentId);
  if (experiment === null) throw new AppError("not_found", `There is no experiment ${experimentId}.`);
  const files = await attachTables(experimentId, tables, now);
  return { experimentId, name: experiment.name, isNew: false, benchmarks: [], ...(await countImport(experimentId)), files };
}

async function importRest(given: readonly ByteSource[], request: ImportRequest): Promise<ImportReport> {
  const sources: ByteSource[] = [];
  for (const source of given) sources.push({ ...source, sha256: await hashOfSource(source) });
  const hash = await contentHash(sources, request.as ?? null);
  const id = `i${BigInt(`0x${hash.slice(0, 16)}`).toString(36)}`;
  const known = await findImport(id);
  if (known?.isComplete === true) return { ...(await readImport(id)), name: known.name, isNew: false, benchmarks: [] };
  if (known !== null) await deleteExperiment(id);
  await startImport({ id, name: request.name ?? "Import", contentHash: hash, now: request.now });
  try {
    return await readInto(id, sources, request);
  } catch (error) {
    await deleteExperiment(id);
    throw error;
  }
}

async function readInto(id: string, sources: readonly ByteSource[], request: ImportRequest): Promise<ImportReport> {
  const store = new RowStore(id);
  const scan = new BenchmarkScan();
  const reports: FileReport[] = [];
  let rows = 0;
  try {
    for await (const event of importFiles(sources, request)) {
      if (event.type === "report") {
        reports.push(event.report);
        continue;
      }
      scan.add(event.path, event.rows);
      await store.add(event.path, event.rows);
      rows += event.rows.length;
      request.onProgress?.({ path: event.path, rows });
    }
    await store.flush();
  } finally {
    await store.settle();
  }
  const options = { ...request, slug: null, title: null, onProgress: undefined };
  const benchmarks = await storeBenchmarks(sources, { found: scan.found(), files: reports }, options);
  const arms = await finishArms(id, [...store.arms.values()]);
  if (arms.length === 0) {
    await deleteExperiment(id);
    return { experimentId: null, name: null, isNew: false, files: reports, benchmarks, arms: 0, problems: 0, samples: 0 };
  }
  await saveFileReports(id, reports);
  const name = request.name ?? nameOf(reports);
  await completeImport(id, { name, now: request.now });
  return { ...(await readImport(id)), name, isNew: true, benchmarks };
}

async function readImport(id: string): Promise<Omit<ImportReport, "name" | "isNew" | "benchmarks">> {
  return { experimentId: id, files: await listFileReports(id), ...(await countImport(id)) };
}

function nameOf(reports: readonly FileReport[]): string {
  const used = reports.filter(({ status }) => status !== "refused");
  const titles = [...new Set(used.flatMap(({ formatTitle }) => (formatTitle === null ? [] : [formatTitle])))];
  const [only] = used;
  const from = used.length === 1 && only !== undefined ? (only.path.split("/").at(-1) ?? only.path) : `${used.length} files`;
  return `${titles.slice(0, 2).join(", ") || "Import"} · ${from}`;
}
