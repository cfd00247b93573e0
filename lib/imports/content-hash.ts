import { hashJson } from "@/lib/experiments/hash-json";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { hashOfSource } from "@/lib/formats/input/hash-source";
import { formats } from "@/lib/formats/registry";

/** Changes whenever the same files would be stored differently. */
const STORED_AS = 1;

/**
 * What makes two imports the same: the files' contents, the ends of their paths (which name factors), the reading asked for, and the
 * versions of everything that reads them.
 */
export async function contentHash(sources: readonly ByteSource[], as: string | null): Promise<string> {
  const files: [string, string][] = [];
  for (const source of sources) {
    files.push([source.path.split("/").slice(-2).join("/"), await hashOfSource(source)]);
  }
  files.sort(([firstPath, firstHash], [secondPath, secondHash]) => order(firstPath + firstHash, secondPath + secondHash));
  const versions = formats.map(({ id, version }) => [id, version]);
  return hashJson({ storedAs: STORED_AS, as, files, versions });
}

function order(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
