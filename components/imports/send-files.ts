import { fetchJson, fetchSuccess, jsonBody } from "@/lib/http/fetch-json";
import { readJsonLines } from "@/lib/http/read-json-lines";
import { importEventSchema, PIECE_BYTES, pieceOutcomeSchema } from "@/lib/imports/api-schema";
import type { ImportReport } from "@/lib/imports/report-schema";

export type ChosenFile = { readonly path: string; readonly file: File };

export type ImportProgress =
  | { readonly step: "sending"; readonly sent: number; readonly bytes: number }
  | { readonly step: "reading" | "storing"; readonly path: string; readonly rows: number };

/** Sends files piece by piece and has them imported. Throws an `ApiError` or an `Error` with a sentence. */
export async function sendFiles(
  files: readonly ChosenFile[],
  options: { readonly name: string | null; readonly onProgress: (progress: ImportProgress) => void },
): Promise<ImportReport> {
  const batch = await sendBatch(files, options.onProgress);
  const request = { batch, files: files.map(({ path }) => path), name: options.name };
  for await (const event of readJsonLines(await askStream("/api/v1/imports", request), importEventSchema)) {
    if (event.type === "done") return event.report;
    if (event.type === "failed") throw new Error(event.message);
    options.onProgress({ step: "reading", path: event.path, rows: event.rows });
  }
  throw new Error("The connection ended before the import did.");
}

/** Sends files piece by piece; the name of the batch, under which they wait to be read. */
export async function sendBatch(files: readonly ChosenFile[], onProgress: (progress: ImportProgress) => void): Promise<string> {
  const batch = crypto.randomUUID();
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let sent = 0;
  for (const { path, file } of files) {
    for (let offset = 0; offset === 0 || offset < file.size; offset += PIECE_BYTES) {
      const piece = file.slice(offset, offset + PIECE_BYTES);
      const query = new URLSearchParams({ batch, path, offset: String(offset) });
      const init = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: piece };
      await fetchJson(`/api/v1/uploads?${query}`, pieceOutcomeSchema, init);
      sent += piece.size;
      onProgress({ step: "sending", sent, bytes });
    }
  }
  return batch;
}

/** Asks for something that takes a while and says how it goes. Throws an `ApiError`. */
export async function askStream(address: string, body: unknown): Promise<ReadableStream<Uint8Array>> {
  return (await fetchSuccess(address, jsonBody(body))).body ?? new ReadableStream();
}
