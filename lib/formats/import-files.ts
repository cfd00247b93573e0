import { createHash } from "node:crypto";
import { FileTally } from "@/lib/formats/file-tally";
import type { Format, Tree, TreeFormat } from "@/lib/formats/format";
import type { ByteSource, SourceFile } from "@/lib/formats/input/byte-source";
import { defaultInputLimits, type InputLimits } from "@/lib/formats/input/limits";
import { looksLikeZip, openArchive } from "@/lib/formats/input/open-archive";
import { readHead } from "@/lib/formats/input/read-head";
import { unpack } from "@/lib/formats/input/unpack";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { readValues } from "@/lib/formats/read-values";
import { describeUnknown, recognizeFile, recognizeTree } from "@/lib/formats/recognize";
import { formats as allFormats, findFormat } from "@/lib/formats/registry";
import type { FileReport, ImportedRow } from "@/lib/imports/schema";

export type ImportEvent =
  | { readonly type: "rows"; readonly path: string; readonly rows: readonly ImportedRow[] }
  | { readonly type: "report"; readonly report: FileReport };

export type ImportOptions = {
  /** Id of the format to read with, instead of recognizing it. */
  readonly as?: string;
  readonly limits?: InputLimits;
};

type Settings = { readonly formats: readonly Format[]; readonly as: Format | null; readonly limits: InputLimits };
type Subject = { readonly path: string; readonly bytes: number; readonly sha256: string | null };

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
  const together =
    sources.length > 1
      ? treeFormatOf(
          settings,
          sources.map((source) => source.path),
        )
      : null;
  if (together === null) {
    for (const source of sources) yield* importSource(source, settings);
    return;
  }
  const files = sources.map((source) => ({
    path: source.path,
    open: () => unpack(source.read(0, source.size), settings.limits),
  }));
  const bytes = sources.reduce((sum, source) => sum + source.size, 0);
  const path = commonFolder(sources.map((source) => source.path));
  yield* importTree(together, { path, files }, { path, bytes, sha256: await hashSources(sources) });
}

function treeFormatOf({ formats, as }: Settings, paths: readonly string[]): TreeFormat | null {
  if (as?.shape === "tree") return as;
  return recognizeTree(formats, paths);
}

async function* importSource(source: ByteSource, settings: Settings): AsyncGenerator<ImportEvent> {
  const subject = { path: source.path, bytes: source.size, sha256: await hashOf(source.read(0, source.size)) };
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
    yield report(subject, refusal(error));
    return;
  }
  try {
    const format = treeFormatOf(
      settings,
      archive.files.map((file) => file.path),
    );
    for (const { path, reason } of archive.skipped)
      yield report({ path: `${source.path}/${path}`, bytes: 0, sha256: null }, reason);
    if (format !== null) {
      yield* importTree(format, { path: source.path, files: archive.files }, subject);
      return;
    }
    if (archive.files.length === 0) yield report(subject, "the archive holds no files");
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

/** Null for an entry that is damaged: its rows up to there are read all the same. */
async function hashOfWhole(chunks: AsyncIterable<Uint8Array>): Promise<string | null> {
  try {
    return await hashOf(chunks);
  } catch (error) {
    if (error instanceof UnreadableInput) return null;
    throw error;
  }
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

async function* importTree(format: TreeFormat, tree: Tree, subject: Subject): AsyncGenerator<ImportEvent> {
  const tally = new FileTally();
  try {
    for await (const item of format.read(tree)) yield { type: "rows", path: tree.path, rows: tally.add([item]) };
    yield done(subject, format, tally);
  } catch (error) {
    yield broken(subject, { format, tally, reason: refusal(error) });
  }
}

function done(subject: Subject, format: Format, tally: FileTally): ImportEvent {
  if (tally.kept > 0) return finish(subject, { format, tally, status: "imported", reason: null });
  const first = tally.firstRejection;
  const why =
    first === null ? "it has no rows" : `none of its rows is of the format ${format.title}; the first one: ${first.reason}`;
  return finish(subject, { format, tally, status: "refused", reason: why });
}

function broken(
  subject: Subject,
  { format, tally, reason }: { format: Format | null; tally: FileTally; reason: string },
): ImportEvent {
  return finish(subject, { format, tally, status: tally.kept > 0 ? "cut-short" : "refused", reason });
}

type Ending = { format: Format | null; tally: FileTally; status: FileReport["status"]; reason: string | null };

function finish(subject: Subject, { format, tally, status, reason }: Ending): ImportEvent {
  return {
    type: "report",
    report: {
      ...subject,
      status,
      reason: reason === null ? null : `${subject.path}: ${reason}`,
      format: format?.id ?? null,
      formatTitle: format?.title ?? null,
      importerVersion: format?.version ?? null,
      ...tally.counts(),
    },
  };
}

function report(subject: Subject, reason: string): ImportEvent {
  return finish(subject, { format: null, tally: new FileTally(), status: "refused", reason });
}

/** The reason of an expected refusal; anything else is a fault of ours or of the disk and goes up. */
function refusal(error: unknown): string {
  if (error instanceof UnreadableInput) return error.message;
  throw error;
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

async function hashSources(sources: readonly ByteSource[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(`${source.path}\0${await hashOf(source.read(0, source.size))}\n`);
  return hash.digest("hex");
}

async function* counting(chunks: AsyncIterable<Uint8Array>, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count.bytes += chunk.length;
    yield chunk;
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function commonFolder(paths: readonly string[]): string {
  const [first = ""] = paths;
  const shared = paths.reduce((prefix, path) => {
    let length = 0;
    while (length < prefix.length && prefix[length] === path[length]) length += 1;
    return prefix.slice(0, length);
  }, first);
  const folder = shared.slice(0, Math.max(0, shared.lastIndexOf("/")));
  return folder === "" ? "folder" : folder;
}
