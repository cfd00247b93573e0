import { askStream, type ChosenFile, type ImportProgress, sendBatch } from "@/components/imports/send-files";
import { type BenchmarkImport, type BenchmarkImportRequest, benchmarkImportEventSchema } from "@/lib/benchmarks/import-schema";
import { readJsonLines } from "@/lib/http/read-json-lines";

export type BenchmarkChoices = Pick<BenchmarkImportRequest, "slug" | "title" | "verify">;

/** Sends files piece by piece and has them imported as benchmarks. Throws an `ApiError` or an `Error` with a sentence. */
export async function sendBenchmark(
  files: readonly ChosenFile[],
  { choices, onProgress }: { readonly choices: BenchmarkChoices; readonly onProgress: (progress: ImportProgress) => void },
): Promise<BenchmarkImport> {
  const batch = await sendBatch(files, onProgress);
  const request: BenchmarkImportRequest = { batch, files: files.map(({ path }) => path), ...choices };
  for await (const event of readJsonLines(await askStream("/api/v1/benchmarks", request), benchmarkImportEventSchema)) {
    if (event.type === "done") return event.report;
    if (event.type === "failed") throw new Error(event.message);
    onProgress({ step: event.step, path: event.path, rows: event.problems });
  }
  throw new Error("The connection ended before the import did.");
}
