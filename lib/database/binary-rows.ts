import { storableText } from "@/lib/samples/storable-text";

/** What a file of PostgreSQL's binary COPY starts with, then flags and the length of an extension, both 0. */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const FIRST_BYTES = 1 << 16;
/** UTF-8 of one UTF-16 unit takes at most so much. */
const UNIT_BYTES = 3;
/** Where a value's length stands, and what it says of a value that is null. */
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/** Rows in the form that `COPY … FROM STDIN (FORMAT binary)` takes: the database reads them without parsing text or JSON. */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = SIGNATURE.copy(this.#bytes);

  /** Starts a row of so many values; they follow in the order of the columns. */
  startRow(values: number): void {
    this.#makeRoom(2);
    this.#length = this.#bytes.writeInt16BE(values, this.#length);
  }

  /** A value of type `text`; what the database cannot hold is replaced. */
  addText(value: string | undefined): void {
    if (value === undefined) this.#addLength(NULL_LENGTH);
    else this.#addString(storableText(value), "");
  }

  addInteger(value: number | undefined): void {
    if (value === undefined) this.#addLength(NULL_LENGTH);
    else {
      this.#addLength(4);
      this.#makeRoom(4);
      this.#length = this.#bytes.writeInt32BE(value, this.#length);
    }
  }

  addBoolean(value: boolean | undefined): void {
    if (value === undefined) this.#addLength(NULL_LENGTH);
    else {
      this.#addLength(1);
      this.#makeRoom(1);
      this.#length = this.#bytes.writeUInt8(value ? 1 : 0, this.#length);
    }
  }

  /** A value of type `jsonb`, given as its text. */
  addJson(value: string | undefined): void {
    if (value === undefined) this.#addLength(NULL_LENGTH);
    // The first byte is the version of the form.
    else this.#addString(value, "\u0001");
  }

  /** All rows with the end mark; nothing is added afterwards. */
  finish(): Uint8Array {
    this.#makeRoom(2);
    this.#length = this.#bytes.writeInt16BE(-1, this.#length);
    return this.#bytes.subarray(0, this.#length);
  }

  #addString(value: string, prefix: string): void {
    this.#makeRoom(LENGTH_BYTES + prefix.length + UNIT_BYTES * value.length);
    const start = this.#length + LENGTH_BYTES;
    const end = start + this.#bytes.write(prefix === "" ? value : prefix + value, start);
    this.#bytes.writeInt32BE(end - start, this.#length);
    this.#length = end;
  }

  #addLength(length: number): void {
    this.#makeRoom(LENGTH_BYTES);
    this.#length = this.#bytes.writeInt32BE(length, this.#length);
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * Math.max(this.#bytes.length, this.#length + bytes));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
