import { stat } from "node:fs/promises";
import path from "node:path";
import { usageFailure } from "@/lib/commands/command-failure";
import { userPath } from "@/lib/commands/user-path";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { diskSource } from "@/lib/formats/input/disk-source";
import { folderSources } from "@/lib/formats/input/folder-sources";

/** A file, or all files of a folder. What the user names is shown as typed, without the way up; names of folders tell factors. */
export async function openSources(file: string): Promise<readonly ByteSource[]> {
  const full = userPath(file);
  const found = await stat(full).catch(() => null);
  if (found === null) throw usageFailure(`There is no file ${file}.`);
  if (found.isDirectory()) return folderSources(full);
  const shown = path
    .normalize(file)
    .split(path.sep)
    .filter((part) => part !== ".." && part !== "")
    .join("/");
  return [await diskSource(full, shown)];
}
