import { compose, Readable } from "node:stream";
import { createBrotliDecompress } from "node:zlib";
import type { StoredStream } from "@/lib/recordings/data";
import { acceptsBrotli } from "./accepts-brotli";
import { matchesEtag } from "./matches-etag";

/** What an id names never changes, so that a browser need not ask again. */
const CACHE = "private, max-age=31536000, immutable";

function decompressed(compressed: Uint8Array): ReadableStream {
  const chunks = Readable.from([Buffer.from(compressed.buffer, compressed.byteOffset, compressed.byteLength)]);
  return Readable.toWeb(chunks.pipe(createBrotliDecompress()));
}

/** Answers with a recording's stream: as it is stored when the client takes brotli, else decompressed piece by piece. */
export function answerStream(request: Request, id: string, stored: StoredStream): Response {
  const isCompressed = acceptsBrotli(request.headers.get("accept-encoding"));
  const etag = isCompressed ? `"${id}-br"` : `"${id}"`;
  const headers = new Headers({
    ETag: etag,
    "Cache-Control": CACHE,
    Vary: "Accept-Encoding",
    "Content-Type": "application/octet-stream",
  });
  if (matchesEtag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const size = isCompressed ? stored.compressed.byteLength : stored.streamBytes;
  headers.set("Content-Length", String(size));
  if (!isCompressed) return new Response(decompressed(stored.compressed), { headers });
  headers.set("Content-Encoding", "br");
  return new Response(new Uint8Array(stored.compressed), { headers });
}
