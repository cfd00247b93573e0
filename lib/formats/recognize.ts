import type { FileFormat, Format, TreeFormat } from "@/lib/formats/format";
import type { Head } from "@/lib/formats/input/read-head";
import { isObject } from "@/lib/formats/looks";

/** The file format that a beginning fits best; null when it fits none. */
export function recognizeFile(formats: readonly Format[], head: Head): FileFormat | null {
  const ranked = formats
    .filter((format) => format.shape === "file")
    .map((format) => ({ format, confidence: format.recognize(head) }))
    .filter((entry) => entry.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence);
  return ranked[0]?.format ?? null;
}

/** The format of many files that the paths of a folder or archive fit best; null when they fit none. */
export function recognizeTree(formats: readonly Format[], paths: readonly string[]): TreeFormat | null {
  const ranked = formats
    .filter((format) => format.shape === "tree")
    .map((format) => ({ format, confidence: format.recognize(paths) }))
    .filter((entry) => entry.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence);
  return ranked[0]?.format ?? null;
}

/** Why a file is refused, in words that help its owner. */
export function describeUnknown(head: Head): string {
  if (head.text.trim() === "") return "it is empty";
  if (head.layout === "text") return "it is not JSON, and no known format is plain text";
  const [row] = head.rows;
  if (isObject(row)) return `no known format has rows with the fields ${Object.keys(row).slice(0, 12).join(", ")}`;
  return "no known format has rows of this kind";
}
