import type { Transform } from "node:stream";

/** One piece of packed input gives at most a thousandfold of output, which is in memory at once. */
const PIECE_BYTES = 1 << 14;

/**
 * Passes bytes through a decompressor. Everything that came out before a fault is passed on before the fault is thrown, which a
 * pipeline of streams does not do; and nothing runs on when the reader stops early.
 */
export async function* through(chunks: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const fault: { error: Error | null } = { error: null };
  transform.on("data", (chunk: Uint8Array) => ready.push(chunk));
  transform.on("error", (error) => {
    fault.error = error;
  });
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && fault.error === null; at += PIECE_BYTES) {
        await write(transform, chunk.subarray(at, at + PIECE_BYTES));
        yield* ready.splice(0);
      }
      if (fault.error !== null) break;
    }
    if (fault.error === null) await end(transform);
    yield* ready.splice(0);
    if (fault.error !== null) throw fault.error;
  } finally {
    transform.destroy();
  }
}

function write(transform: Transform, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => transform.write(piece, () => resolve()));
}

function end(transform: Transform): Promise<void> {
  return new Promise((resolve) => {
    transform.once("end", resolve);
    transform.once("close", resolve);
    transform.end();
  });
}
