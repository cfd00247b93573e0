import type { ByteSource } from "@/lib/formats/input/byte-source";

/** Makes a source of bytes that are already in memory, or of a `File` from a form. */
export function memorySource(path: string, content: Uint8Array | string | Blob): ByteSource {
  if (content instanceof Blob) {
    return {
      path,
      size: content.size,
      async *read(start, end) {
        yield* content.slice(start, end).stream();
      },
    };
  }
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    async *read(start, end) {
      if (end > start) yield bytes.subarray(start, end);
    },
  };
}
