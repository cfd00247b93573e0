import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

/** One value of the input with the 1-based line it starts on; `path` is where it sits in the document, empty for a row. */
export type Element = { readonly path: readonly (string | number)[]; readonly line: number; readonly bytes: Buffer };

const NEWLINE = 0x0a;
const ROOT: readonly (string | number)[] = [];

/**
 * Cuts a stream into its lines, blank ones left out, in batches of one chunk each. A last line without an end counts.
 * Throws `UnreadableInput` when a line is longer than `rowBytes`.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, rowBytes: number): AsyncGenerator<Element[]> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let line = 1;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const batch: Element[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      const tail = bytes.subarray(start, end);
      const whole = pending.length === 0 ? tail : Buffer.concat([...pending, tail]);
      if (!isBlank(whole)) batch.push({ path: ROOT, line, bytes: whole });
      pending = [];
      pendingBytes = 0;
      line += 1;
      start = end + 1;
    }
    if (start < bytes.length) {
      pending.push(bytes.subarray(start));
      pendingBytes += bytes.length - start;
      if (pendingBytes > rowBytes) throw new UnreadableInput("too-large", `line ${line} is longer than ${rowBytes} bytes`);
    }
    if (batch.length > 0) yield batch;
  }
  const last = Buffer.concat(pending);
  if (!isBlank(last)) yield [{ path: ROOT, line, bytes: last }];
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  return true;
}
