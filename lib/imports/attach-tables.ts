import { createHash } from "node:crypto";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import { readPublishedTable } from "@/lib/formats/read-published-table";
import type { FileReport } from "@/lib/imports/schema";
import { type AttachedTable, MAXIMUM_TABLE_CHARACTERS, toAttached } from "@/lib/references/attached-table";
import { saveTable } from "@/lib/references/data";

/** A published table among the files that somebody brought. */
export type BroughtTable = { readonly source: ByteSource; readonly sha256: string; readonly table: AttachedTable };

const NAMED = /\.[ct]sv$/i;

/** Takes published tables out of files: CSV by name and by content. Everything else is left to be read as results. */
export async function takeTables(
  sources: readonly ByteSource[],
): Promise<{ readonly tables: readonly BroughtTable[]; readonly rest: readonly ByteSource[] }> {
  const read = await Promise.all(sources.map(async (source) => ({ source, brought: await readTable(source) })));
  return {
    tables: read.flatMap(({ brought }) => (brought === null ? [] : [brought])),
    rest: read.flatMap(({ source, brought }) => (brought === null ? [source] : [])),
  };
}

async function readTable(source: ByteSource): Promise<BroughtTable | null> {
  if (!NAMED.test(source.path) || source.size > MAXIMUM_TABLE_CHARACTERS) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.read(0, source.size)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const table = toAttached(readPublishedTable(text), `from the file ${nameOf(source.path)}`);
    return { source, sha256: createHash("sha256").update(bytes).digest("hex"), table };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Without its folders, which may tell of the machine it came from. */
function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/** Attaches tables to an experiment; without one they are refused by name. */
export async function attachTables(
  experimentId: string | null,
  tables: readonly BroughtTable[],
  now: Date,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const { source, sha256, table } of tables) {
    const title = nameOf(source.path);
    if (experimentId !== null) await saveTable(experimentId, { title, table }, now);
    const reason = `${source.path}: it is a published table, and there are no results beside it to compare it with. Bring it together with them, or attach it on their page.`;
    const isKept = experimentId !== null;
    reports.push({
      path: source.path,
      bytes: source.size,
      sha256,
      status: isKept ? "imported" : "refused",
      reason: isKept ? null : reason,
      format: "published-table",
      formatTitle: "Published table",
      importerVersion: "1",
      rowsRead: table.rows.length,
      rowsKept: isKept ? table.rows.length : 0,
      rowsRejected: isKept ? 0 : table.rows.length,
      rejections: [],
      notices: [],
      yielded: {},
      tasks: 0,
    });
  }
  return reports;
}
