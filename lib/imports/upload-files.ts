import { createHash } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { readEnvironment } from "@/lib/environment/read-environment";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { diskSource } from "@/lib/formats/input/disk-source";

function folderOf(batch: string): string {
  return path.join(readEnvironment(process.env).dataDirectory, "uploads", batch);
}

/** Names of users never become names of files here. */
function fileOf(batch: string, name: string): string {
  return path.join(folderOf(batch), createHash("sha256").update(name).digest("hex"));
}

/** Writes a piece of a file that is being sent at its place. */
export async function writePiece(
  piece: { readonly batch: string; readonly path: string; readonly offset: number },
  bytes: Uint8Array,
): Promise<void> {
  await mkdir(folderOf(piece.batch), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(piece.batch, piece.path), piece.offset === 0 ? "w" : "r+", 0o600);
  try {
    await file.write(bytes, 0, bytes.length, piece.offset);
  } finally {
    await file.close();
  }
}

/** The files of a batch that were sent, to be read. Throws what `stat` throws for one that was not. */
export function openBatch(batch: string, names: readonly string[]): Promise<ByteSource[]> {
  return Promise.all(names.map((name) => diskSource(fileOf(batch, name), name)));
}

/** Removes everything of a batch. */
export async function removeBatch(batch: string): Promise<void> {
  await rm(folderOf(batch), { recursive: true, force: true });
}
