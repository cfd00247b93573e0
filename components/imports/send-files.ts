import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type ImportEvent, importEventSchema, PIECE_BYTES, pieceOutcomeSchema } from "@/lib/imports/api-schema";
import type { ImportReport } from "@/lib/imports/report-schema";

export type ChosenFile = { readonly path: string; readonly file: File };

export type ImportProgress =
  | { readonly step: "sending"; readonly sent: number; readonly bytes: number }
  | { readonly step: "reading"; readonly path: string; readonly rows: number };

/** Sends files piece by piece and has them imported. Throws an `ApiError` or an `Error` with a sentence. */
export async function sendFiles(
  files: readonly ChosenFile[],
  options: { readonly name: string | null; readonly onProgress: (progress: ImportProgress) => void },
): Promise<ImportReport> {
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
      options.onProgress({ step: "sending", sent, bytes });
    }
  }
  const request = { batch, files: files.map(({ path }) => path), name: options.name };
  const response = await fetch("/api/v1/imports", jsonBody(request));
  if (!response.ok || response.body === null) throw new Error(`The server answered ${response.status} to the import.`);
  for await (const event of readEvents(response.body)) {
    if (event.type === "done") return event.report;
    if (event.type === "failed") throw new Error(event.message);
    options.onProgress({ step: "reading", path: event.path, rows: event.rows });
  }
  throw new Error("The connection ended before the import did.");
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield importEventSchema.parse(JSON.parse(line));
  }
}
