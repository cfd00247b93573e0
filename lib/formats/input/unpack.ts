import zlib from "node:zlib";
import type { InputLimits } from "@/lib/formats/input/limits";
import { through } from "@/lib/formats/input/through";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

const GZIP = [0x1f, 0x8b];
const ZSTANDARD = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * Passes bytes on, unpacked when they are gzip or Zstandard by their first bytes. Throws `UnreadableInput` when packed data
 * is damaged or grows beyond the limits; what came before the damage has been passed on by then.
 */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, limits: InputLimits): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await firstBytes(iterator, ZSTANDARD.length);
  const whole = chain(first, iterator);
  const packing = startsWith(first, GZIP)
    ? zlib.createGunzip()
    : startsWith(first, ZSTANDARD)
      ? zlib.createZstdDecompress()
      : null;
  const count = { packed: 0, unpacked: 0 };
  const stream = packing === null ? whole : through(counted(whole, count), packing);
  try {
    for await (const chunk of stream) {
      count.unpacked += chunk.length;
      checkGrowth(count, packing === null ? { ...limits, ratio: Number.POSITIVE_INFINITY } : limits);
      yield chunk;
    }
  } catch (error) {
    throw packing === null || error instanceof UnreadableInput ? error : damaged(error);
  }
}

/** Unpacks one archive entry of a known method; the same limits hold. */
export async function* inflateEntry(
  chunks: AsyncIterable<Uint8Array>,
  method: "deflate" | "zstandard",
  limits: InputLimits,
): AsyncGenerator<Uint8Array> {
  const count = { packed: 0, unpacked: 0 };
  const packing = method === "deflate" ? zlib.createInflateRaw() : zlib.createZstdDecompress();
  try {
    for await (const chunk of through(counted(chunks, count), packing)) {
      count.unpacked += chunk.length;
      checkGrowth(count, limits);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableInput ? error : damaged(error);
  }
}

function checkGrowth(count: { packed: number; unpacked: number }, limits: InputLimits): void {
  if (count.unpacked > limits.unpackedBytes) {
    throw new UnreadableInput("too-large", `it unpacks to more than ${limits.unpackedBytes} bytes`);
  }
  if (count.unpacked > limits.ratioFloorBytes && count.unpacked > count.packed * limits.ratio) {
    throw new UnreadableInput("too-large", `it unpacks to more than ${limits.ratio} times its size, as a compression bomb does`);
  }
}

function damaged(error: unknown): UnreadableInput {
  return new UnreadableInput(
    "damaged",
    `its compressed data is damaged (${error instanceof Error ? error.message : String(error)})`,
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>, wanted: number): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < wanted) {
    const next = await iterator.next();
    if (next.done === true) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  return first;
}

async function* chain(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, count: { packed: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count.packed += chunk.length;
    yield chunk;
  }
}
