import { Readable } from "node:stream";
import zlib from "node:zlib";
import yauzl from "yauzl";
import type { ByteSource, SourceFile } from "@/lib/formats/input/byte-source";
import type { InputLimits } from "@/lib/formats/input/limits";
import { memorySource } from "@/lib/formats/input/memory-source";
import { inflateEntry } from "@/lib/formats/input/unpack";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

export type Archive = {
  readonly files: readonly SourceFile[];
  /** Entries left out, with the reason. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly close: () => void;
};

/** Archives up to this size are read into memory once: thousands of small entries are then not thousands of file openings. */
const IN_MEMORY_BYTES = 64 * 2 ** 20;
/** Entries up to this size are unpacked at once. */
const SMALL_BYTES = 2 ** 20;

const STORED = 0;
const DEFLATED = 8;
const ZSTANDARD = 93;
const FILE_TYPE_MASK = 0xf000;
const SYMBOLIC_LINK = 0xa000;

/** Whether the bytes start like a ZIP archive (an empty one included). */
export function looksLikeZip(firstBytes: Uint8Array): boolean {
  const [p, k, a, b] = firstBytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/**
 * Lists a ZIP archive without unpacking it. Entry paths are checked, sizes that the directory declares are summed, and each
 * entry is held to the limits again while it unpacks, whatever the directory said. Throws `UnreadableInput`.
 */
export async function openArchive(source: ByteSource, limits: InputLimits): Promise<Archive> {
  const zip = await openZip(source.size <= IN_MEMORY_BYTES ? await inMemory(source) : source);
  try {
    const { entries, skipped } = await listEntries(zip, limits);
    const files = entries.map((entry) => ({ path: entry.fileName, open: () => entryBytes(zip, entry, limits) }));
    return { files, skipped, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableInput ? error : badArchive(error);
  }
}

class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.read(start, end), { objectMode: false });
  }
}

async function openZip(source: ByteSource): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false });
  } catch (error) {
    throw badArchive(error);
  }
}

async function listEntries(zip: yauzl.ZipFile, limits: InputLimits) {
  const entries: yauzl.Entry[] = [];
  const skipped: { path: string; reason: string }[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.length + skipped.length >= limits.archiveEntries) {
      throw new UnreadableInput("too-large", `it has more than ${limits.archiveEntries} entries`);
    }
    const reason = whyNotRead(entry);
    if (reason !== null) skipped.push({ path: entry.fileName, reason });
    else if (!entry.fileName.endsWith("/")) entries.push(entry);
    declared += entry.uncompressedSize;
    if (declared > limits.archiveBytes)
      throw new UnreadableInput("too-large", `its entries unpack to more than ${limits.archiveBytes} bytes`);
  }
  return { entries, skipped };
}

function whyNotRead(entry: yauzl.Entry): string | null {
  if (entry.fileName.includes("\0")) return "its name holds a zero character";
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMBOLIC_LINK) return "it is a symbolic link";
  if (entry.isEncrypted()) return "it is encrypted";
  if (![STORED, DEFLATED, ZSTANDARD].includes(entry.compressionMethod))
    return `its compression method ${entry.compressionMethod} is not supported`;
  if (entry.fileName.startsWith("__MACOSX/") || entry.fileName.endsWith(".DS_Store")) return "it is a desktop's own file";
  return null;
}

async function* entryBytes(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: InputLimits): AsyncGenerator<Uint8Array> {
  const packed = await rawStream(zip, entry);
  const method = entry.compressionMethod;
  const bounded = { ...limits, unpackedBytes: Math.min(limits.unpackedBytes, entry.uncompressedSize) };
  const isSmall = method === DEFLATED && entry.compressedSize <= SMALL_BYTES && entry.uncompressedSize <= 4 * SMALL_BYTES;
  const chunks =
    method === STORED
      ? packed
      : isSmall
        ? inflateSmall(packed, bounded.unpackedBytes)
        : inflateEntry(packed, method === DEFLATED ? "deflate" : "zstandard", bounded);
  let checksum = 0;
  for await (const chunk of chunks) {
    checksum = zlib.crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new UnreadableInput("damaged", "its checksum is wrong: the archive is damaged");
}

async function* inflateSmall(packed: Readable, unpackedBytes: number): AsyncGenerator<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of packed) parts.push(part);
  try {
    yield zlib.inflateRawSync(Buffer.concat(parts), { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch (error) {
    throw new UnreadableInput(
      "damaged",
      `its compressed data is damaged (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

async function inMemory(source: ByteSource): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  for await (const part of source.read(0, source.size)) parts.push(part);
  return memorySource(source.path, Buffer.concat(parts));
}

async function rawStream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (error) {
    throw badArchive(error);
  }
}

function badArchive(error: unknown): UnreadableInput {
  const message = error instanceof Error ? error.message : String(error);
  const unsafe = /^(invalid relative path|absolute path|invalid characters in fileName)/.test(message);
  return new UnreadableInput(
    unsafe ? "unsafe-path" : "bad-archive",
    unsafe ? `it holds an unsafe path (${message})` : `its ZIP directory is damaged (${message})`,
  );
}
