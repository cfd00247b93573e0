const NEWLINE = 0x0a;

export type Line = {
  /** 1-based. */
  readonly number: number;
  readonly bytes: Buffer;
  /** Where the line starts in the file. */
  readonly offset: number;
  /** False for a last line without a line feed: the writer may have been stopped in the middle of it. */
  readonly isTerminated: boolean;
};

/**
 * Lines of a file of JSON lines. Only the line feed ends one: Node's readline also breaks at U+2028, which JSON texts may hold as it is.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const bytes = Buffer.concat([...pending, chunk.subarray(start, end)]);
      yield { number, bytes, offset, isTerminated: true };
      pending = [];
      number += 1;
      offset += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield { number, bytes: Buffer.concat(pending), offset, isTerminated: false };
}
