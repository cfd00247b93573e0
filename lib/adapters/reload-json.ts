import { dumpJsonObject, dumpJsonString } from "@/lib/adapters/dump-json";
import { reprFloat } from "@/lib/recordings/repr-float";

/** A text read as JSON: the string it stands for, when it is one, and what `json.dumps` prints for the value. */
export type ReloadedJson = { readonly string: string | null; readonly json: string };

const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const CONSTANT = /null|true|false|NaN|-?Infinity/y;
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/y;
const ESCAPED: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\", "/": "/" };
// `int()` refuses longer texts since CPython 3.11.
const MAX_DIGITS = 4300;

/**
 * `json.dumps(json.loads(text))` of Python's json module, or null where `loads` would raise. Numbers keep their kind and all their
 * digits, and keys their order, which `JSON.parse` would not do.
 */
export function reloadJson(text: string): ReloadedJson | null {
  const reader = new Reader(text);
  try {
    reader.skipBlanks();
    const value = reader.readValue();
    reader.skipBlanks();
    return reader.at === text.length ? value : null;
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

class NotJson extends Error {}

class Reader {
  at = 0;

  constructor(private readonly text: string) {}

  readValue(): ReloadedJson {
    const first = this.text[this.at];
    if (first === '"') {
      const string = this.readString();
      return { string, json: dumpJsonString(string) };
    }
    if (first === "[") return { string: null, json: this.readArray() };
    if (first === "{") return { string: null, json: this.readObject() };
    const constant = this.match(CONSTANT);
    return { string: null, json: constant === null ? this.readNumber() : constant[0] };
  }

  skipBlanks(): void {
    while (" \t\n\r".includes(this.text[this.at] ?? "x")) this.at += 1;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private readNumber(): string {
    const [all, whole, fraction, exponent] = this.match(NUMBER) ?? [];
    if (all === undefined || whole === undefined || whole.length > MAX_DIGITS) throw new NotJson();
    if (fraction === undefined && exponent === undefined) return whole === "-0" ? "0" : whole;
    const value = Number(all);
    if (Number.isFinite(value)) return reprFloat(value);
    return value > 0 ? "Infinity" : "-Infinity";
  }

  private readString(): string {
    this.at += 1;
    let string = "";
    for (;;) {
      string += this.match(PLAIN)?.[0] ?? "";
      if (this.text[this.at] === '"') break;
      const [all, hexadecimal, short = ""] = this.match(ESCAPE) ?? [];
      if (all === undefined) throw new NotJson();
      string += hexadecimal === undefined ? (ESCAPED[short] ?? "") : String.fromCharCode(Number.parseInt(hexadecimal, 16));
    }
    this.at += 1;
    return string;
  }

  private readArray(): string {
    const items: string[] = [];
    this.readMembers("]", () => items.push(this.readValue().json));
    return `[${items.join(", ")}]`;
  }

  private readObject(): string {
    const entries = new Map<string, string>();
    this.readMembers("}", () => {
      if (this.text[this.at] !== '"') throw new NotJson();
      const key = this.readString();
      this.skipBlanks();
      this.expect(":");
      this.skipBlanks();
      entries.set(key, this.readValue().json);
    });
    return dumpJsonObject(entries);
  }

  private readMembers(end: string, readMember: () => void): void {
    this.at += 1;
    this.skipBlanks();
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      readMember();
      this.skipBlanks();
      if (this.text[this.at] === end) break;
      this.expect(",");
      this.skipBlanks();
    }
    this.at += 1;
  }

  private expect(character: string): void {
    if (this.text[this.at] !== character) throw new NotJson();
    this.at += 1;
  }
}
