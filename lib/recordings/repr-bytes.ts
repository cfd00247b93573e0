const APOSTROPHE = 0x27;
const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;

/** Bytes as Python's `repr` of `bytes` prints them (`b'\x00a'`). Source: CPython, Objects/bytesobject.c, `PyBytes_Repr`. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(APOSTROPHE) && !bytes.includes(QUOTATION_MARK) ? '"' : "'";
  return `b${quote}${escapeBytes(bytes, quote)}${quote}`;
}

/** The body of a bytes `repr` between its quotes. */
export function escapeBytes(bytes: Uint8Array, quote: string): string {
  let body = "";
  for (const byte of bytes) body += escapeByte(byte, quote);
  return body;
}

function escapeByte(byte: number, quote: string): string {
  if (byte === BACKSLASH || byte === quote.charCodeAt(0)) return `\\${String.fromCharCode(byte)}`;
  if (byte === 0x09) return "\\t";
  if (byte === 0x0a) return "\\n";
  if (byte === 0x0d) return "\\r";
  if (byte < 0x20 || byte >= 0x7f) return `\\x${byte.toString(16).padStart(2, "0")}`;
  return String.fromCharCode(byte);
}
