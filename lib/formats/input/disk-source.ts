import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ByteSource } from "@/lib/formats/input/byte-source";

const CHUNK_BYTES = 1 << 18;

/** Makes a source of a file on disk; `shownAs` is the path that reports name. Throws what `stat` throws. */
export async function diskSource(file: string, shownAs: string): Promise<ByteSource> {
  const { size } = await stat(file);
  return {
    path: shownAs,
    size,
    async *read(start, end) {
      if (end <= start) return;
      const stream = createReadStream(file, { start, end: end - 1, highWaterMark: CHUNK_BYTES });
      for await (const chunk of stream) yield chunk;
    },
  };
}
