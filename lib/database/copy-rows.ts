import type { Connection, Submittable } from "pg";
import { getPool } from "./client";

const COPY_DATA = "d".charCodeAt(0);
const COPY_DONE = Uint8Array.from([..."c\0\0\0\u0004"], (character) => character.charCodeAt(0));

/**
 * Sends rows by a `COPY … FROM STDIN`. All of them are stored or none; what the database refuses them for is thrown.
 * @param statement the whole statement; its format is the one of `rows`
 */
export async function copyRows(statement: string, rows: Uint8Array): Promise<void> {
  const connection = await getPool().connect();
  try {
    await new Promise<void>((resolve, reject) => {
      connection.query(new Copying({ statement, rows, resolve, reject }));
    });
  } finally {
    connection.release();
  }
}

type Copy = {
  readonly statement: string;
  readonly rows: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
};

/** Statement, rows and their end at once, without waiting to be asked for the rows: the embedded database takes them only so. */
class Copying implements Submittable {
  readonly #copy: Copy;

  constructor(copy: Copy) {
    this.#copy = copy;
  }

  submit(connection: Connection): void {
    const { statement, rows } = this.#copy;
    const head = Buffer.alloc(5);
    head.writeUInt8(COPY_DATA, 0);
    head.writeInt32BE(4 + rows.length, 1);
    connection.stream.cork();
    connection.query(statement);
    for (const part of [head, rows, COPY_DONE]) connection.stream.write(part);
    connection.stream.uncork();
  }

  handleError(error: Error): void {
    this.#copy.reject(error);
  }

  handleReadyForQuery(): void {
    this.#copy.resolve();
  }

  /** What else the server says on the way. */
  handleCopyInResponse(): void {}
  handleCommandComplete(): void {}
}
