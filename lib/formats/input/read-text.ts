import type { SourceFile } from "@/lib/formats/input/byte-source";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

const MAXIMUM_BYTES = 16 * 2 ** 20;

/** Reads a small text file whole. Throws `UnreadableInput` when it is larger than 16 MiB or not UTF-8. */
export async function readText(file: SourceFile, maximumBytes: number = MAXIMUM_BYTES): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length > maximumBytes) throw new UnreadableInput("too-large", `${file.path} is larger than ${maximumBytes} bytes`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new UnreadableInput("not-text", `${file.path} is not UTF-8 text`);
  }
}
