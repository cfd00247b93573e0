import { type ImportOptions, importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { diskSource } from "@/lib/formats/input/disk-source";
import { memorySource } from "@/lib/formats/input/memory-source";
import type { FileReport, ImportedRow } from "@/lib/imports/schema";
import { sharedData } from "@/testing/shared-data";

export type ReadImport = {
  readonly rows: readonly ImportedRow[];
  readonly reports: readonly FileReport[];
  readonly report: FileReport;
};

/** Imports sources whole; `report` is the first file's. */
export async function readImport(sources: readonly ByteSource[], options: ImportOptions = {}): Promise<ReadImport> {
  const rows: ImportedRow[] = [];
  const reports: FileReport[] = [];
  for await (const event of importFiles(sources, options)) {
    if (event.type === "report") reports.push(event.report);
    else for (const row of event.rows) rows.push(row);
  }
  const [report] = reports;
  if (report === undefined) throw new Error("the import gave no report");
  return { rows, reports, report };
}

/** Imports one file given as text or bytes. */
export function readText(path: string, content: string | Uint8Array, options: ImportOptions = {}): Promise<ReadImport> {
  return readImport([memorySource(path, content)], options);
}

/** Imports real data files; reports show their paths within the data folder. */
export async function readShared(...paths: readonly string[]): Promise<ReadImport> {
  return readImport(await Promise.all(paths.map((path) => diskSource(sharedData(path), path))));
}

/** JSON lines of the values. */
export function jsonLines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}
