import { type ImportOptions, importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import type { FileReport } from "@/lib/imports/schema";
import { type FoundBenchmark, problemsOf } from "./benchmark-scan";
import { findBenchmarkByVersion, renameBenchmark } from "./data";
import { benchmarkId, completeBenchmark, openBenchmark, ProblemWriter } from "./data-store";
import type { BenchmarkImportProgress } from "./import-benchmarks";
import { nameBenchmark } from "./name-benchmark";
import type { StoredBenchmark } from "./stored-schema";
import { UniqueProblems } from "./unique-problems";

/** Names that were asked for; null: taken from the file, or from the benchmark with the same problems that is here already. */
export type Naming = { readonly slug: string | null; readonly title: string | null };

type Scanned = { readonly found: readonly FoundBenchmark[]; readonly files: readonly FileReport[] };
type Options = ImportOptions & Naming & { readonly onProgress?: ((progress: BenchmarkImportProgress) => void) | undefined };
type Open = { readonly writer: ProblemWriter; readonly unique: UniqueProblems };

/** Stores what was found in files, reading again those of which something is not here yet. The same problems are stored once. */
export async function storeBenchmarks(
  sources: readonly ByteSource[],
  { found, files }: Scanned,
  options: Options,
): Promise<StoredBenchmark[]> {
  const stored: StoredBenchmark[] = [];
  const open = new Map<string, Open>();
  for (const each of found) {
    const report = files.find(({ path }) => path === each.path);
    const { row, isOpen } = await openFound(each, { report, naming: options });
    stored.push(row);
    if (isOpen) open.set(each.path, { writer: new ProblemWriter(row.id), unique: new UniqueProblems() });
  }
  if (open.size === 0) return stored;
  let problems = 0;
  for await (const event of importFiles(sources, options)) {
    const target = event.type === "rows" ? open.get(event.path) : undefined;
    if (event.type === "report" || target === undefined) continue;
    const fresh = target.unique.take(problemsOf(event.rows));
    problems += fresh.length;
    await target.writer.add(fresh);
    options.onProgress?.({ step: "storing", path: event.path, problems });
  }
  for (const { writer } of open.values()) await writer.flush();
  for (const { id, isNew } of stored) if (isNew) await completeBenchmark(id);
  return stored;
}

async function openFound(
  found: FoundBenchmark,
  { report, naming }: { readonly report: FileReport | undefined; readonly naming: Naming },
): Promise<{ row: StoredBenchmark; isOpen: boolean }> {
  const { path, version, problems, first, duplicates } = found;
  const kinds = [...found.kinds];
  const known = await findBenchmarkByVersion(version);
  if (known !== null && (naming.slug === null || naming.slug === known.slug)) {
    const title = naming.title ?? known.title;
    if (title !== known.title) await renameBenchmark(known.id, title);
    return {
      row: {
        ...{ id: known.id, slug: known.slug, title, version, isNew: false, problems, kinds, path },
        duplicates: [...duplicates],
      },
      isOpen: false,
    };
  }
  const own = nameBenchmark(found);
  const slug = naming.slug ?? own.slug;
  const title = naming.title ?? own.title;
  const source = { fileName: path, sha256: report?.sha256 ?? null, importerVersion: report?.importerVersion ?? null };
  const { isOpen } = await openBenchmark({ slug, version, title, format: first.format, source, kinds });
  const id = benchmarkId(slug, version);
  return { row: { id, slug, title, version, isNew: isOpen, problems, kinds, path, duplicates: [...duplicates] }, isOpen };
}
