import { closeJson } from "@/lib/formats/input/close-json";
import { parseJsonText } from "@/lib/formats/input/parse-json";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

/** The beginning of a file, from which it is recognized. */
export type Head = {
  /** Path as brought, without a packing suffix (`.gz`, `.zst`). */
  readonly path: string;
  /** Last part of the path. */
  readonly fileName: string;
  readonly text: string;
  /** `lines`: one JSON value per line; `values`: values that span lines, or one array of rows; `text`: not JSON. */
  readonly layout: "lines" | "values" | "text";
  /** The first rows: lines, or the members of a root array. The last one may be cut short. */
  readonly rows: readonly unknown[];
  /** The first value of the file, cut short where the head ends; null where it is not JSON. */
  readonly document: unknown;
};

const HEAD_BYTES = 1 << 20;
const HEAD_ROWS = 25;

/** Reads the first mebibyte. Throws `UnreadableInput` for binary content and for UTF-16. */
export async function readHead(path: string, chunks: AsyncIterable<Uint8Array>): Promise<Head> {
  const bytes = (await firstBytes(chunks)).subarray(0, HEAD_BYTES);
  refuseBinary(bytes);
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const shown = path.replace(/\.(gz|zst|zstd)$/i, "");
  return { path: shown, fileName: shown.split("/").at(-1) ?? shown, text, ...parseHead(text) };
}

/** A file may be damaged within its first mebibyte; what comes before the damage is enough to recognize it by. */
async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableInput) || length === 0) throw error;
  }
  return Buffer.concat(parts);
}

function refuseBinary(bytes: Uint8Array): void {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) throw new UnreadableInput("not-text", "it is UTF-16 text; save it as UTF-8");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw new UnreadableInput("not-text", "it is UTF-16 text; save it as UTF-8");
  if (bytes.includes(0)) throw new UnreadableInput("not-text", "it is not a text file");
}

function parseHead(text: string): Pick<Head, "layout" | "rows" | "document"> {
  const start = text.trimStart().charAt(0);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const cut = text.endsWith("\n") ? lines.length : lines.length - 1;
  const parsed = lines.slice(0, HEAD_ROWS).map((line, index) => (index < cut ? whole(line) : partial(line)));
  const rows = parsed.filter((row) => row !== undefined);
  const document = partial(text.trimStart());
  if (start === "[" && Array.isArray(document) && !isWholeLines(lines, cut))
    return { layout: "values", rows: Array.isArray(document) ? document.slice(0, HEAD_ROWS) : [], document };
  if (rows.length > 0 && (lines.length === 1 || parsed.slice(0, cut).some((row) => row !== undefined)))
    return { layout: "lines", rows, document };
  if (document !== undefined && typeof document === "object") return { layout: "values", rows: [document], document };
  return { layout: "text", rows: [], document: undefined };
}

/** Lines that are arrays, each by itself, are rows; one array over the whole file is a list of rows. */
function isWholeLines(lines: readonly string[], cut: number): boolean {
  return cut > 1 && lines.slice(0, Math.min(cut, 2)).every((line) => whole(line) !== undefined);
}

function whole(line: string): unknown {
  const parsed = parseJsonText(line);
  return parsed.ok ? parsed.value : undefined;
}

function partial(text: string): unknown {
  const closed = closeJson(text);
  return closed === null ? undefined : whole(closed);
}
