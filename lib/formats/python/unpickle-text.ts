/**
 * Reads a pickle that holds one text and nothing else. A general unpickler runs code that the file names; this accepts the
 * protocol mark, frames, one text opcode, memo marks and the end, and refuses everything else.
 * Source: CPython `Lib/pickletools.py`. Throws `SyntaxError`.
 */
export function unpickleText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text: string | null = null;
  let at = 0;
  while (at < bytes.length) {
    const opcode = bytes[at] ?? 0;
    at += 1;
    const length = TEXT_LENGTH[opcode]?.(view, at);
    if (length !== undefined) {
      if (text !== null) throw new SyntaxError("the pickle holds more than one text");
      const start = at + length.width;
      if (start + length.bytes > bytes.length) throw new SyntaxError("the pickle is cut short");
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, start + length.bytes));
      at = start + length.bytes;
    } else if (opcode === STOP) {
      if (text === null || at !== bytes.length) throw new SyntaxError("the pickle holds no text, or something after it");
      return text;
    } else {
      const skip = IGNORED[opcode];
      if (skip === undefined)
        throw new SyntaxError(`the pickle uses opcode 0x${opcode.toString(16)}; only a single text is accepted`);
      at += skip;
    }
  }
  throw new SyntaxError("the pickle is cut short");
}

const STOP = 0x2e;

type Length = { readonly width: number; readonly bytes: number };

/** SHORT_BINUNICODE, BINUNICODE, BINUNICODE8. */
const TEXT_LENGTH: Readonly<Record<number, (view: DataView, at: number) => Length>> = {
  140: (view, at) => ({ width: 1, bytes: within(view, at, 1) ? view.getUint8(at) : Number.POSITIVE_INFINITY }),
  88: (view, at) => ({ width: 4, bytes: within(view, at, 4) ? view.getUint32(at, true) : Number.POSITIVE_INFINITY }),
  141: (view, at) => ({ width: 8, bytes: within(view, at, 8) ? Number(view.getBigUint64(at, true)) : Number.POSITIVE_INFINITY }),
};

/** PROTO, FRAME, MEMOIZE, BINPUT, LONG_BINPUT, with the bytes of their arguments. */
const IGNORED: Readonly<Record<number, number>> = { 128: 1, 149: 8, 148: 0, 113: 1, 114: 4 };

function within(view: DataView, at: number, width: number): boolean {
  return at + width <= view.byteLength;
}
