import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { findFormat } from "@/lib/formats/registry";
import type { ImportEvent, importRequestSchema } from "@/lib/imports/api-schema";
import { importResults } from "@/lib/imports/import-results";
import { openBatch, removeBatch } from "@/lib/imports/upload-files";

const TELL_EVERY_MS = 200;

/** Imports the files of a batch and says how it goes, as lines of JSON; the files are gone afterwards. */
export async function streamImport(request: z.output<typeof importRequestSchema>): Promise<ReadableStream<Uint8Array>> {
  const { batch, files, as, name } = request;
  if (as !== null && findFormat(as) === undefined) throw new AppError("invalid_input", `There is no format "${as}".`);
  const sources = await openBatch(batch, files).catch(() => {
    throw new AppError("invalid_input", "Some of these files were not sent, or not to the end. Send them again.");
  });
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (event: ImportEvent) => controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      let told = 0;
      try {
        const report = await importResults(sources, {
          now: new Date(),
          ...(as === null ? {} : { as }),
          name: name ?? undefined,
          onProgress: ({ path, rows }) => {
            const time = Date.now();
            if (time - told < TELL_EVERY_MS) return;
            told = time;
            say({ type: "progress", path, rows });
          },
        });
        say({ type: "done", report });
      } catch (error) {
        console.error(error);
        say({
          type: "failed",
          message: "The import failed for a reason of this server's; nothing of it was kept. Its log says why.",
        });
      } finally {
        await removeBatch(batch);
        controller.close();
      }
    },
  });
}
