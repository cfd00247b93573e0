import { createBrotliDecompress } from "node:zlib";
import type { StoredStream } from "@/lib/recordings/data";
import { matchesEtag } from "./matches-etag";

/** What an id names never changes, so that a browser need not ask again. */
const CACHE = "private, max-age=31536000, immutable";

/** The stream piece by piece: the largest are a hundred times as long as what is stored. */
function decompressed(compressed: Uint8Array): ReadableStream<Uint8Array> {
  const decompressor = createBrotliDecompress();
  decompressor.end(compressed);
  const pieces: AsyncIterator<Uint8Array> = decompressor[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: () => void decompressor.destroy(),
  });
}

/**
 * Answers with a recording's stream, decompressed piece by piece. Next drops `Content-Encoding` from what a route answers (its
 * send-response.js), so compressed bytes would reach the browser as if they were the stream itself.
 */
export function answerStream(request: Request, id: string, stored: StoredStream): Response {
  const etag = `"${id}"`;
  const headers = new Headers({ ETag: etag, "Cache-Control": CACHE, "Content-Type": "application/octet-stream" });
  if (matchesEtag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(decompressed(stored.compressed), { headers });
}
