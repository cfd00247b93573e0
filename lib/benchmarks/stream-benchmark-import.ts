import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { findFormat } from "@/lib/formats/registry";
import { isAppError } from "@/lib/http/is-app-error";
import { openBatch, removeBatch } from "@/lib/imports/upload-files";
import { HARNESS_VERSION } from "@/lib/judge/judge-program";
import { startVerification } from "./data-verifications";
import { importBenchmarks } from "./import-benchmarks";
import type { BenchmarkImportEvent, benchmarkImportRequestSchema } from "./import-schema";

const TELL_EVERY_MS = 200;

/** Imports the files of a batch as benchmarks and says how it goes, as lines of JSON; the files are gone afterwards. */
export async function streamBenchmarkImport(
  request: z.output<typeof benchmarkImportRequestSchema>,
): Promise<ReadableStream<Uint8Array>> {
  const { batch, files, as, slug, title, verify } = request;
  if (as !== null && findFormat(as)?.kind !== "benchmark")
    throw new AppError("invalid_input", `There is no format of benchmarks "${as}".`);
  const sources = await openBatch(batch, files).catch(() => {
    throw new AppError("invalid_input", "Some of these files were not sent, or not to the end. Send them again.");
  });
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (event: BenchmarkImportEvent) => controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      let told = 0;
      try {
        const report = await importBenchmarks(sources, {
          ...(as === null ? {} : { as }),
          slug,
          title,
          onProgress: (progress) => {
            const time = Date.now();
            if (time - told < TELL_EVERY_MS) return;
            told = time;
            say({ type: "progress", ...progress });
          },
        });
        for (const { id } of verify ? report.benchmarks : [])
          await startVerification({ benchmarkId: id, runBy: "worker", harnessVersion: HARNESS_VERSION, now: new Date() });
        say({ type: "done", report });
      } catch (error) {
        if (!isAppError(error)) console.error(error);
        const message = isAppError(error)
          ? error.message
          : "The import failed for a reason of this server's; nothing of it is shown. Its log says why.";
        say({ type: "failed", message });
      } finally {
        await removeBatch(batch);
        controller.close();
      }
    },
  });
}
