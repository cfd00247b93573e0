import type { Element } from "@/lib/formats/input/split-lines";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";

type Container = {
  readonly kind: "object" | "array";
  key: string | number;
  state: "first" | "key" | "colon" | "value" | "after";
};
type Path = Element["path"];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/**
 * Cuts one large JSON document, or several one after the other, into elements without holding it: containers for whose path
 * `descend` says yes are entered, every other value comes out as its bytes. What is inside an element is not checked here,
 * so that a bad element costs only itself; a fault between elements ends the reading with `UnreadableInput` "damaged".
 */
export class JsonSplitter {
  readonly #descend: (path: Path) => boolean;
  readonly #rowBytes: number;
  readonly #stack: Container[] = [];
  #line = 1;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #startLine = 1;
  #mode: "between" | "string" | "nested" | "scalar" = "between";
  #depth = 0;
  #inString = false;
  #escaped = false;
  #isKey = false;

  constructor(descend: (path: Path) => boolean, rowBytes: number) {
    this.#descend = descend;
    this.#rowBytes = rowBytes;
  }

  /** Takes the next bytes; returns the elements that they complete. */
  push(chunk: Uint8Array): Element[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const done: Element[] = [];
    let start = this.#mode === "between" ? -1 : 0;
    for (let at = 0; at < bytes.length; ) {
      if (this.#mode === "between") {
        start = this.#between(bytes[at] ?? 0) ? at : -1;
        at += 1;
        continue;
      }
      const end = this.#scan(bytes, at);
      if (end === -1) break;
      this.#keep(bytes.subarray(start, end));
      this.#finish(done);
      start = -1;
      at = end;
    }
    if (this.#mode !== "between" && start !== -1) this.#keep(bytes.subarray(start));
    return done;
  }

  /** Ends the input. Throws when a value is still open. */
  end(): Element[] {
    const done: Element[] = [];
    if (this.#mode === "scalar") this.#finish(done);
    if (this.#mode !== "between" || this.#stack.length > 0) throw this.#damaged("the document ends in the middle of a value");
    return done;
  }

  /** Handles one byte outside of elements; true when an element starts with it. */
  #between(byte: number): boolean {
    if (byte === NEWLINE) this.#line += 1;
    if (byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf) return false;
    const top = this.#stack.at(-1);
    if (top === undefined) return this.#startValue(byte, null);
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) return this.#close(byte, top);
    if (byte === COMMA && top.state === "after") return this.#nextMember(top);
    if (byte === COLON && top.state === "colon") {
      top.state = "value";
      return false;
    }
    if (top.kind === "object" && (top.state === "first" || top.state === "key")) return this.#startKey(byte);
    if (top.state === "first" || top.state === "value") return this.#startValue(byte, top);
    throw this.#damaged(`there is an unexpected ${JSON.stringify(String.fromCharCode(byte))}`);
  }

  #nextMember(top: Container): false {
    top.state = top.kind === "object" ? "key" : "value";
    if (typeof top.key === "number") top.key += 1;
    return false;
  }

  #close(byte: number, top: Container): false {
    const fits = (byte === CLOSE_OBJECT) === (top.kind === "object");
    if (!fits || (top.state !== "after" && top.state !== "first")) throw this.#damaged("a bracket closes what is not open");
    this.#stack.pop();
    const outer = this.#stack.at(-1);
    if (outer !== undefined) outer.state = "after";
    return false;
  }

  #startKey(byte: number): true {
    if (byte !== QUOTE) throw this.#damaged("a name in quotes is missing");
    this.#isKey = true;
    return this.#begin("string");
  }

  #startValue(byte: number, top: Container | null): boolean {
    const opens = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    if (opens && this.#descend(this.#path())) {
      const kind = byte === OPEN_OBJECT ? "object" : "array";
      this.#stack.push({ kind, key: kind === "array" ? 0 : "", state: "first" });
      return false;
    }
    if (top !== null) top.state = "value";
    this.#isKey = false;
    return this.#begin(opens ? "nested" : byte === QUOTE ? "string" : "scalar");
  }

  #begin(mode: "string" | "nested" | "scalar"): true {
    this.#mode = mode;
    this.#startLine = this.#line;
    this.#depth = mode === "nested" ? 1 : 0;
    this.#inString = mode === "string";
    this.#escaped = false;
    return true;
  }

  /** Runs to the end of the current element; −1 when it goes on in the next chunk. */
  #scan(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      if (this.#inString) {
        const end = this.#endOfString(bytes, at);
        if (end === -1) return -1;
        this.#inString = false;
        if (this.#depth === 0) return end;
        at = end - 1;
        continue;
      }
      const byte = bytes[at] ?? 0;
      if (this.#mode === "scalar") {
        if (byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY || byte <= 0x20) return at;
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.#depth -= 1;
        if (this.#depth === 0) return at + 1;
      }
    }
    return -1;
  }

  /** Index after the quote that closes the string; −1 when the string goes on. Most of a result file is inside strings. */
  #endOfString(bytes: Buffer, from: number): number {
    const start = this.#escaped ? from + 1 : from;
    this.#escaped = false;
    for (let quote = bytes.indexOf(QUOTE, start); ; quote = bytes.indexOf(QUOTE, quote + 1)) {
      const end = quote === -1 ? bytes.length : quote;
      let backslashes = 0;
      while (end - backslashes > start && bytes[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
      const isEscaped = backslashes % 2 === 1;
      if (quote === -1) {
        this.#escaped = isEscaped;
        return -1;
      }
      if (!isEscaped) return quote + 1;
    }
  }

  #keep(bytes: Buffer): void {
    this.#kept.push(bytes);
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) this.#line += 1;
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > this.#rowBytes) {
      throw new UnreadableInput("too-large", `the value at line ${this.#startLine} is longer than ${this.#rowBytes} bytes`);
    }
  }

  #finish(done: Element[]): void {
    const [first] = this.#kept;
    const bytes = this.#kept.length === 1 && first !== undefined ? first : Buffer.concat(this.#kept);
    this.#kept = [];
    this.#keptBytes = 0;
    this.#mode = "between";
    const top = this.#stack.at(-1);
    if (this.#isKey && top !== undefined) {
      top.key = this.#readKey(bytes);
      top.state = "colon";
      this.#isKey = false;
      return;
    }
    done.push({ path: this.#path(), line: this.#startLine, bytes });
    if (top !== undefined) top.state = "after";
  }

  #readKey(bytes: Buffer): string {
    try {
      return String(JSON.parse(bytes.toString("utf8")));
    } catch {
      throw this.#damaged("a name is not a valid string");
    }
  }

  #path(): Path {
    return this.#stack.map((container) => container.key);
  }

  #damaged(what: string): UnreadableInput {
    return new UnreadableInput("damaged", `line ${this.#line}: ${what}`);
  }
}
