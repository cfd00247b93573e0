/** A Python value that left a judged program: exact builtin types only; `opaque` stands for everything else and equals nothing. */
export type DataValue =
  | { readonly kind: "none" | "ellipsis" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "complex"; readonly real: number; readonly imaginary: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes" | "bytearray"; readonly value: Buffer }
  | { readonly kind: SequenceKind; readonly items: readonly DataValue[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [DataValue, DataValue])[] }
  | { readonly kind: "opaque"; readonly typeName: string };
type SequenceKind = "list" | "tuple" | "set" | "frozenset" | "range" | "iterator";

const MOST_DEPTH = 120;
/** Of a hexadecimal integer; the jailed side sends none that is longer. */
const MOST_DIGITS = 2 * 2 ** 20 + 8;
const sequenceTags: ReadonlyMap<string, SequenceKind> = new Map([
  ["t", "tuple"],
  ["s", "set"],
  ["z", "frozenset"],
  ["r", "range"],
  ["n", "iterator"],
]);

/** A text that is no value, so that what sent it is not to be trusted. */
export class NotDataError extends Error {
  override readonly name = "NotDataError";
}

function textOf(content: unknown): string {
  if (typeof content !== "string") throw new NotDataError("a text was expected");
  return content;
}

function floatOf(content: unknown): number {
  const text = textOf(content);
  if (text === "nan" || text === "-nan") return Number.NaN;
  if (text === "inf" || text === "-inf") return text === "inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text)) throw new NotDataError("a float was expected");
  return Number(text);
}

function intOf(content: unknown): bigint {
  const text = textOf(content);
  const found = text.length > MOST_DIGITS ? null : /^(-?)(0x[0-9a-f]+)$/.exec(text);
  if (found?.[2] === undefined) throw new NotDataError("an integer was expected");
  return found[1] === "-" ? -BigInt(found[2]) : BigInt(found[2]);
}

function itemsOf(content: unknown, depth: number): DataValue[] {
  if (!Array.isArray(content)) throw new NotDataError("a list was expected");
  return content.map((item: unknown) => parse(item, depth - 1));
}

function entriesOf(content: unknown, depth: number): [DataValue, DataValue][] {
  const flat = itemsOf(content, depth);
  if (flat.length % 2 !== 0) throw new NotDataError("a key has no value");
  const entries: [DataValue, DataValue][] = [];
  for (let at = 0; at < flat.length; at += 2) {
    const [key, value] = flat.slice(at, at + 2);
    if (key !== undefined && value !== undefined) entries.push([key, value]);
  }
  return entries;
}

function parseTagged(tag: string, content: unknown, depth: number): DataValue {
  const sequence = sequenceTags.get(tag);
  if (sequence !== undefined) return { kind: sequence, items: itemsOf(content, depth) };
  switch (tag) {
    case "i":
      return { kind: "int", value: intOf(content) };
    case "f":
      return { kind: "float", value: floatOf(content) };
    case "c": {
      const [real, imaginary] = Array.isArray(content) ? content : [];
      return { kind: "complex", real: floatOf(real), imaginary: floatOf(imaginary) };
    }
    case "d":
      return { kind: "dict", entries: entriesOf(content, depth) };
    case "b":
    case "y":
      return { kind: tag === "b" ? "bytes" : "bytearray", value: Buffer.from(textOf(content), "hex") };
    case "e":
      return { kind: "ellipsis" };
    case "x":
      return { kind: "opaque", typeName: textOf(content) };
    default:
      throw new NotDataError(`there is no value with the tag ${tag}`);
  }
}

function parse(json: unknown, depth: number): DataValue {
  if (depth === 0) throw new NotDataError("nested too deeply");
  if (json === null) return { kind: "none" };
  if (typeof json === "boolean") return { kind: "bool", value: json };
  if (typeof json === "string") return { kind: "str", value: json };
  if (typeof json === "number") {
    if (!Number.isSafeInteger(json)) throw new NotDataError("a number that is no integer");
    return { kind: "int", value: BigInt(json) };
  }
  if (Array.isArray(json)) return { kind: "list", items: itemsOf(json, depth) };
  const [entry, ...more] = Object.entries(Object(json));
  if (entry === undefined || more.length > 0) throw new NotDataError("a value has one tag");
  return parseTagged(entry[0], entry[1], depth);
}

/** A value from JSON as `tracer/data.py` writes it. @throws NotDataError when it is none */
export function parseDataValue(json: unknown): DataValue {
  return parse(json, MOST_DEPTH);
}
