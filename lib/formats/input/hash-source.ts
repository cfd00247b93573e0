import { createHash } from "node:crypto";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

/** SHA-256 of a stream, as hexadecimal digits. */
export async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

/** SHA-256 of a file, which is read for it only where nobody did so before. */
export async function hashOfSource(source: ByteSource): Promise<string> {
  return source.sha256 ?? hashOf(source.read(0, source.size));
}

/** One hash for several files: of their paths and hashes in the order given. */
export async function hashSources(sources: readonly ByteSource[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(`${source.path}\0${await hashOfSource(source)}\n`);
  return hash.digest("hex");
}

/** Passes bytes on and counts them. */
export async function* counting(chunks: AsyncIterable<Uint8Array>, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count.bytes += chunk.length;
    yield chunk;
  }
}

/** Null for an entry that is damaged: its rows up to there are read all the same. */
export async function hashOfWhole(chunks: AsyncIterable<Uint8Array>): Promise<string | null> {
  try {
    return await hashOf(chunks);
  } catch (error) {
    if (error instanceof UnreadableInput) return null;
    throw error;
  }
}
