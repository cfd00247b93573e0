import type { SourceFile } from "@/lib/formats/input/byte-source";
import type { Head } from "@/lib/formats/input/read-head";
import type { ImportedRow, Notice } from "@/lib/imports/schema";

/** What reading one row of the source gave. A row that cannot be used is rejected with its reason; the next ones go on. */
export type Item =
  | { readonly type: "kept"; readonly line: number | null; readonly rows: readonly ImportedRow[] }
  /** Rows that follow from several source rows, counted by then. */
  | { readonly type: "derived"; readonly rows: readonly ImportedRow[] }
  | { readonly type: "rejected"; readonly line: number | null; readonly reason: string }
  | { readonly type: "notice"; readonly notice: Notice };

/** One value of the source: `path` is where it sits in the document (empty for a row), `text` its JSON as written. */
export type SourceValue = {
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly value: unknown;
  readonly text: string;
};

/** Reads one file's values in order; holds what it must remember between them (counters, duplicates), never the file. */
export type Reader = { readonly value: (source: SourceValue) => readonly Item[]; readonly end: () => readonly Item[] };

export type ReadContext = {
  /** As brought, for factors that only names tell. */
  readonly path: string;
  readonly head: Head;
};

type FormatBase = {
  /** Stable word: `--as` takes it, reports and stored imports name it. */
  readonly id: string;
  readonly title: string;
  readonly kind: "benchmark" | "results" | "recording";
  /** Changes whenever the same file would be read differently. */
  readonly version: string;
  /** One line for the page and for `--help`: what a row looks like. */
  readonly description: string;
};

/** A format of one JSON file. */
export type FileFormat = FormatBase & {
  readonly shape: "file";
  /** 0: not this format; 1: nothing else it could be. */
  readonly recognize: (head: Head) => number;
  /**
   * Where one file is one large value: says which containers to enter; every other value comes to the reader whole. Absent: the
   * file is a list of rows, as lines or as one array.
   */
  readonly descend?: (path: readonly (string | number)[]) => boolean;
  readonly open: (context: ReadContext) => Reader;
};

/** The files of a folder or archive that belong together. */
export type Tree = { readonly path: string; readonly files: readonly SourceFile[] };

/** A format of many files: a folder or an archive. */
export type TreeFormat = FormatBase & {
  readonly shape: "tree";
  readonly recognize: (paths: readonly string[]) => number;
  /** Whether a file of this path is one that the format reads; others beside it are left out and counted. */
  readonly owns: (path: string) => boolean;
  readonly read: (tree: Tree) => AsyncIterable<Item>;
};

export type Format = FileFormat | TreeFormat;
