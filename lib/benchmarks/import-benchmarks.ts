import { AppError } from "@/lib/errors/app-error";
import { type ImportOptions, importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import type { FileReport } from "@/lib/imports/schema";
import { BenchmarkScan } from "./benchmark-scan";
import type { BenchmarkImport } from "./import-schema";
import { type Naming, storeBenchmarks } from "./store-benchmarks";

export type BenchmarkImportProgress = {
  readonly step: "reading" | "storing";
  readonly path: string;
  readonly problems: number;
};

export type BenchmarkImportOptions = ImportOptions &
  Naming & { readonly onProgress?: (progress: BenchmarkImportProgress) => void };

/**
 * Reads files as benchmarks: one per file, archive or folder that holds problems. Files are read twice, first for the hash of the
 * problems and then to store those that are not here yet, so that none has to fit into memory.
 */
export async function importBenchmarks(
  sources: readonly ByteSource[],
  options: BenchmarkImportOptions,
): Promise<BenchmarkImport> {
  const scan = new BenchmarkScan();
  const files: FileReport[] = [];
  let problems = 0;
  let otherRows = 0;
  for await (const event of importFiles(sources, options)) {
    if (event.type === "report") {
      files.push(event.report);
      continue;
    }
    scan.add(event.path, event.rows);
    const found = event.rows.filter(({ type }) => type === "problem").length;
    problems += found;
    otherRows += event.rows.length - found;
    options.onProgress?.({ step: "reading", path: event.path, problems });
  }
  const found = scan.found();
  if (found.length > 1 && (options.slug !== null || options.title !== null)) {
    throw new AppError(
      "invalid_input",
      `These files hold ${found.length} benchmarks, which cannot all have one name. Import them one by one, or leave the name out.`,
    );
  }
  const benchmarks = await storeBenchmarks(sources, { found, files }, options);
  return { benchmarks, files, otherRows };
}
