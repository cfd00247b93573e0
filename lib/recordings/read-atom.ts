import { readBigInteger, readHugeInteger } from "./read-integer";
import { StreamFault, type StreamReader } from "./read-stream";
import type { Value } from "./schema";

/** Tags of values, as `tracer/recorder/atoms.h` has them. */
export const tags = { cell: 15, unbound: 16, appended: 17, prepended: 18 } as const;

const none: Value = { kind: "none" };
const yes: Value = { kind: "bool", value: true };
const no: Value = { kind: "bool", value: false };
const smallIntegers: readonly Value[] = Array.from({ length: 128 }, (_, value) => integer(String(value)));
const knownIntegers = new Map<number, Value>();
const MOST_KNOWN = 100_000;

function integer(text: string): Value {
  return { kind: "int", text, digits: text.startsWith("-") ? text.length - 1 : text.length };
}

function readInteger(reader: StreamReader): Value {
  const safe = reader.signedSafe();
  if (safe !== null) {
    const known = knownIntegers.get(safe);
    if (known !== undefined) return known;
    const made = integer(String(safe));
    if (knownIntegers.size < MOST_KNOWN) knownIntegers.set(safe, made);
    return made;
  }
  const bits = reader.unsignedBig();
  return integer(((bits >> 1n) ^ -(bits & 1n)).toString());
}

/** The number of characters as Python counts them: a pair of surrogates is one. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}

export function textValue(text: string): Value {
  return { kind: "str", text, length: countCharacters(text) };
}

function readRangeField(reader: StreamReader): string {
  const value = readAtom(reader, reader.byte());
  return value.kind === "int" ? value.text + (value.tail === undefined ? "" : `…${value.tail}`) : "?";
}

/** Reads an atom whose tag was read; throws a StreamFault for a tag that is none. */
export function readAtom(reader: StreamReader, tag: number): Value {
  const small = smallIntegers[tag - 0x80];
  if (small !== undefined) return small;
  switch (tag) {
    case 0:
      return none;
    case 1:
      return yes;
    case 2:
      return no;
    case 3:
      return readInteger(reader);
    case 4:
      return readBigInteger(reader);
    case 5:
      return readHugeInteger(reader);
    case 6:
      return { kind: "float", value: reader.double() };
    case 7:
      return { kind: "complex", real: reader.double(), imaginary: reader.double() };
    case 8:
      return { kind: "str", ...reader.countedText() };
    case 9: {
      const length = reader.unsigned();
      return { kind: "str", length, text: reader.text(), tail: reader.text() };
    }
    case 10: {
      const length = reader.unsigned();
      return { kind: "bytes", bytes: reader.raw(length).slice(), length };
    }
    case 11: {
      const length = reader.unsigned();
      const bytes = reader.raw(reader.unsigned()).slice();
      return { kind: "bytes", length, bytes, tail: reader.raw(reader.unsigned()).slice() };
    }
    case 12:
      return { kind: "ellipsis" };
    case 13:
      return { kind: "not-implemented" };
    case 14:
      return { kind: "range", start: readRangeField(reader), stop: readRangeField(reader), step: readRangeField(reader) };
    case 19: {
      const length = reader.byte();
      return { kind: "str", text: reader.ascii(length), length };
    }
    default:
      throw new StreamFault(`byte ${reader.position - 1} is no value (${tag})`);
  }
}
