/** A file that can be read from any offset, any number of times. `path` is what people see; it may hold folders with `/`. */
export type ByteSource = {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the whole as hexadecimal digits, where it is known already. */
  readonly sha256?: string;
  /** Bytes from `start` up to, not including, `end`. */
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>;
};

/** A file inside what was brought: the file itself, or one entry of an archive or folder. Opening it again starts over. */
export type SourceFile = { readonly path: string; readonly open: () => AsyncIterable<Uint8Array> };
