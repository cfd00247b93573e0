import { readdir } from "node:fs/promises";
import path from "node:path";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { diskSource } from "@/lib/formats/input/disk-source";

/**
 * Makes sources of all regular files under a folder, in name order. Links are not followed, hidden files and Python's caches
 * are left out. Paths are relative to the folder's parent, so that the folder's own name shows.
 */
export async function folderSources(folder: string): Promise<ByteSource[]> {
  const root = path.resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isHidden(path.relative(root, file)))
    .sort();
  return Promise.all(files.map((file) => diskSource(file, path.relative(path.dirname(root), file).split(path.sep).join("/"))));
}

function isHidden(relative: string): boolean {
  return relative.split(path.sep).some((part) => part.startsWith(".") || part === "__pycache__" || part === "__MACOSX");
}
