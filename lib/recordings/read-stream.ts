/** The stream is not what the recorder writes: cut off, or forged by the program. */
export class StreamFault extends Error {}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads the recorder's stream; every read is checked against the end, and throws a StreamFault past it. */
export class StreamReader {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    public position: number,
    private readonly end: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  byte(): number {
    const value = this.position < this.end ? this.bytes[this.position] : undefined;
    if (value === undefined) throw new StreamFault(`the stream ends at byte ${this.position} in the middle of a record`);
    this.position++;
    return value;
  }

  /** A variable-length unsigned integer; beyond 2^53 it is no length or number of this format. */
  unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
      if (factor > 2 ** 46) throw new StreamFault(`a number at byte ${this.position} is too large`);
    }
  }

  /** A count of things that follow; more than `most` of them are no recording of ours. */
  count(most: number): number {
    const value = this.unsigned();
    if (value > most) throw new StreamFault(`${value} elements are announced at byte ${this.position}, at most ${most} can be`);
    return value;
  }

  /** A signed integer of at most 53 bits, or null, with nothing read, where it needs more. */
  signedSafe(): number | null {
    const start = this.position;
    let value = 0;
    for (let factor = 1; factor <= 2 ** 42; factor *= 128) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (next < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    this.position = start;
    return null;
  }

  /** The same as `unsigned` up to 64 bits. */
  unsignedBig(): bigint {
    let value = 0n;
    for (let shift = 0n; shift <= 63n; shift += 7n) {
      const next = this.byte();
      value |= BigInt(next & 127) << shift;
      if (next < 128) return value;
    }
    throw new StreamFault(`a number at byte ${this.position} is too large`);
  }

  raw(length: number): Uint8Array {
    if (length > this.end - this.position)
      throw new StreamFault(`${length} bytes are announced at byte ${this.position}, fewer are there`);
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }

  double(): number {
    this.raw(8);
    return this.view.getFloat64(this.position - 8, true);
  }

  word(): number {
    this.raw(4);
    return this.view.getUint32(this.position - 4, true);
  }

  /** One byte per character. */
  ascii(length: number): string {
    const bytes = this.raw(length);
    if (length > 32) return decoder.decode(bytes);
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }

  /** Number of characters, number of bytes, and WTF-8: UTF-8 in which lone surrogates keep an encoding of their own. */
  countedText(): { readonly text: string; readonly length: number } {
    const characters = this.unsigned();
    const bytes = this.unsigned();
    const text = characters === bytes ? this.ascii(bytes) : decodeWtf8(this.raw(bytes));
    return { text, length: characters };
  }

  text(): string {
    return this.countedText().text;
  }
}

function decodeWtf8(bytes: Uint8Array): string {
  const plain = decoder.decode(bytes);
  if (!plain.includes("\uFFFD")) return plain;
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = size === 1 ? first : first & (0xff >> (size + 1));
    for (let i = 1; i < size; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFD";
    at += size;
  }
  return text;
}
