import zlib from "node:zlib";

export type ZipEntry = {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly method?: "stored" | "deflate" | "zstandard";
  /** Unix mode, for links. */
  readonly mode?: number;
  /** A size that the directory claims instead of the true one. */
  readonly claimedSize?: number;
  readonly flags?: number;
};

const METHODS = { stored: 0, deflate: 8, zstandard: 93 } as const;

/** Writes a ZIP, including ones that no honest tool writes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const content = Buffer.from(entry.content);
    const packed = pack(content, entry.method ?? "deflate");
    const common = commonFields(entry, { content, packed, name });
    const local = Buffer.concat([uint32(0x04034b50), common, name, packed]);
    const external = uint32(((entry.mode ?? 0o100644) << 16) >>> 0);
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(0x031e),
        common,
        uint16(0),
        uint16(0),
        uint16(0),
        external,
        uint32(offset),
        name,
      ]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = Buffer.concat([
    uint32(0x06054b50),
    uint16(0),
    uint16(0),
    count,
    count,
    uint32(central.length),
    uint32(offset),
    uint16(0),
  ]);
  return Buffer.concat([...bodies, central, end]);
}

/** The fields that the local header and the directory share, from "version needed" to the length of extra fields. */
function commonFields(entry: ZipEntry, { content, packed, name }: { content: Buffer; packed: Buffer; name: Buffer }): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(entry.flags ?? 0x0800),
    uint16(METHODS[entry.method ?? "deflate"]),
    uint32(0),
    uint32(zlib.crc32(content)),
    uint32(packed.length),
    uint32(entry.claimedSize ?? content.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function pack(content: Buffer, method: keyof typeof METHODS): Buffer {
  if (method === "stored") return content;
  return method === "deflate" ? zlib.deflateRawSync(content) : zlib.zstdCompressSync(content);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
