import { FileTally } from "@/lib/formats/file-tally";
import type { Format, Tree, TreeFormat } from "@/lib/formats/format";
import { broken, done, type ImportEvent, refused, type Subject } from "@/lib/formats/import-event";
import type { ByteSource, SourceFile } from "@/lib/formats/input/byte-source";
import { counting, hashOfSource, hashOfWhole, hashSources } from "@/lib/formats/input/hash-source";
import { defaultInputLimits, type InputLimits } from "@/lib/formats/input/limits";
import { looksLikeZip, openArchive } from "@/lib/formats/input/open-archive";
import { readHead } from "@/lib/formats/input/read-head";
import { unpack } from "@/lib/formats/input/unpack";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { readValues } from "@/lib/formats/read-values";
import { describeUnknown, recognizeFile, recognizeTree } from "@/lib/formats/recognize";
import { formats as allFormats, findFormat } from "@/lib/formats/registry";

export type ImportOptions = {
  /** Id of the format to read with, instead of recognizing it. */
  readonly as?: string;
  readonly limits?: InputLimits;
};

type Settings = { readonly formats: readonly Format[]; readonly as: Format | null; readonly limits: InputLimits };

/**
 * Reads files that someone brought: yields canonical rows in batches as they are read and, after the last row of each file,
 * its report. Several files that make up one benchmark or result folder are read as one. What cannot be read is reported,
 * never thrown; only faults of disk and program are thrown. Throws `RangeError` for an unknown `as`.
 */
export async function* importFiles(sources: readonly ByteSource[], options: ImportOptions = {}): AsyncGenerator<ImportEvent> {
  const as = options.as === undefined ? null : findFormat(options.as);
  if (as === undefined)
    throw new RangeError(`there is no format "${options.as}"; known are ${allFormats.map((format) => format.id).join(", ")}`);
  const settings = { formats: as === null ? allFormats : [as], as, limits: options.limits ?? defaultInputLimits };
  const folder = sources.length > 1 ? findFolder(sources, settings) : null;
  if (folder !== null) yield* importFolder(folder, settings);
  for (const source of sources) if (folder?.inside.includes(source) !== true) yield* importSource(source, settings);
}

type Folder = {
  readonly format: TreeFormat;
  readonly path: string;
  readonly own: readonly ByteSource[];
  readonly inside: readonly ByteSource[];
};

/** The files that one format reads together, and all files inside their common folder; null when no format wants several. */
function findFolder(sources: readonly ByteSource[], settings: Settings): Folder | null {
  const format = treeFormatOf(
    settings,
    sources.map((source) => source.path),
  );
  if (format === null) return null;
  const own = sources.filter((source) => format.owns(source.path));
  const path = commonFolder(own.map((source) => source.path));
  const inside = path === null ? own : sources.filter((source) => source.path.startsWith(`${path}/`));
  return { format, path: path ?? format.title, own, inside };
}

async function* importFolder({ format, path, own, inside }: Folder, settings: Settings): AsyncGenerator<ImportEvent> {
  const files = own.map((source) => ({ path: source.path, open: () => unpack(source.read(0, source.size), settings.limits) }));
  const bytes = own.reduce((sum, source) => sum + source.size, 0);
  const subject = { path, bytes, sha256: await hashSources(own) };
  yield* importTree(format, { path, files, leftOut: inside.length - own.length }, subject);
}

function treeFormatOf({ formats, as }: Settings, paths: readonly string[]): TreeFormat | null {
  if (as?.shape === "tree") return as;
  return recognizeTree(formats, paths);
}

async function* importSource(source: ByteSource, settings: Settings): AsyncGenerator<ImportEvent> {
  const subject = { path: source.path, bytes: source.size, sha256: await hashOfSource(source) };
  const first = await collect(source.read(0, Math.min(4, source.size)));
  if (looksLikeZip(first)) yield* importArchive(source, subject, settings);
  else
    yield* importFile({ path: source.path, open: () => unpack(source.read(0, source.size), settings.limits) }, subject, settings);
}

async function* importArchive(source: ByteSource, subject: Subject, settings: Settings): AsyncGenerator<ImportEvent> {
  let archive: Awaited<ReturnType<typeof openArchive>>;
  try {
    archive = await openArchive(source, settings.limits);
  } catch (error) {
    yield refused(subject, refusal(error));
    return;
  }
  try {
    const format = treeFormatOf(
      settings,
      archive.files.map((file) => file.path),
    );
    for (const { path, reason } of archive.skipped)
      yield refused({ path: `${source.path}/${path}`, bytes: 0, sha256: null }, reason);
    if (format !== null) {
      const files = archive.files.filter((file) => format.owns(file.path));
      yield* importTree(format, { path: source.path, files, leftOut: archive.files.length - files.length }, subject);
      return;
    }
    if (archive.files.length === 0) yield refused(subject, "the archive holds no files");
    for (const file of archive.files) yield* importEntry(source.path, file, settings);
  } finally {
    archive.close();
  }
}

async function* importEntry(archivePath: string, entry: SourceFile, settings: Settings): AsyncGenerator<ImportEvent> {
  const path = `${archivePath}/${entry.path}`;
  const file = { path, open: () => unpack(entry.open(), settings.limits) };
  const counted = { bytes: 0 };
  const sha256 = await hashOfWhole(counting(entry.open(), counted));
  yield* importFile(file, { path, bytes: counted.bytes, sha256 }, settings);
}

async function* importFile(file: SourceFile, subject: Subject, settings: Settings): AsyncGenerator<ImportEvent> {
  const tally = new FileTally();
  let format: Format | null = null;
  try {
    const head = await readHead(file.path, file.open());
    format = settings.as ?? recognizeFile(settings.formats, head);
    if (format === null || head.text.trim() === "") throw new UnreadableInput("unknown-format", describeUnknown(head));
    if (format.shape === "tree")
      throw new UnreadableInput("unknown-format", `${format.title} is a folder or archive, not one file`);
    for await (const items of readValues(format, { file, head, limits: settings.limits }))
      yield { type: "rows", path: file.path, rows: tally.add(items) };
    yield done(subject, format, tally);
  } catch (error) {
    yield broken(subject, { format, tally, reason: refusal(error) });
  }
}

type OwnTree = Tree & { readonly leftOut: number };

async function* importTree(format: TreeFormat, found: OwnTree, subject: Subject): AsyncGenerator<ImportEvent> {
  // Folders, browsers and archives list files in orders of their own; the same files have to give the same rows.
  const tree = { ...found, files: found.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
  const tally = new FileTally();
  if (tree.leftOut > 0) {
    const message = `${tree.leftOut} files are no part of ${format.title} and were left out`;
    tally.addNotice({ severity: "information", code: "files-left-out", message, line: null, taskId: null });
  }
  try {
    for await (const item of format.read(tree)) yield { type: "rows", path: tree.path, rows: tally.add([item]) };
    yield done(subject, format, tally);
  } catch (error) {
    yield broken(subject, { format, tally, reason: refusal(error) });
  }
}

/** The reason of an expected refusal; anything else is a fault of ours or of the disk and goes up. */
function refusal(error: unknown): string {
  if (error instanceof UnreadableInput) return error.message;
  throw error;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function commonFolder(paths: readonly string[]): string | null {
  const [first = ""] = paths;
  const shared = paths.reduce((prefix, path) => {
    let length = 0;
    while (length < prefix.length && prefix[length] === path[length]) length += 1;
    return prefix.slice(0, length);
  }, first);
  const folder = shared.slice(0, Math.max(0, shared.lastIndexOf("/")));
  return folder === "" ? null : folder;
}
