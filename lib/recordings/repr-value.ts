import { escapeBytes, reprBytes } from "@/lib/recordings/repr-bytes";
import { reprComplex, reprFloat } from "@/lib/recordings/repr-float";
import { escapeBody, reprString } from "@/lib/recordings/repr-string";
import type { Value } from "@/lib/recordings/schema";

/** What a `repr` text could not show as Python would; counted once for every captured value that is printed. */
export type ReprLosses = {
  /** Values of which only head and tail were kept. */
  cut: number;
  /** Values nested too deep, over the size budget, or of a type that is not opened. */
  opaque: number;
  /** Objects and subclasses of built-in types shown by their content, because their own `__repr__` is never run. */
  objects: number;
  /** Functions, generators and the like, printed without the address that Python shows. */
  addresses: number;
};

type Of<K extends Value["kind"]> = Extract<Value, { kind: K }>;
type Sequence = Extract<Value, { items: readonly Value[] }>;

/** `repr` of one captured value, as Python prints it, but for what `ReprLosses` names. */
export function reprValue(value: Value): string {
  return createRepr({ cut: 0, opaque: 0, objects: 0, addresses: 0 })(value);
}

/**
 * A `repr` that remembers the text of values it has printed and adds what it could not show to `losses`. `pythonVersion` is that of
 * the recording: `OrderedDict` prints differently from 3.12 on.
 */
export function createRepr(losses: ReprLosses, pythonVersion = "3.11"): (value: Value) => string {
  const printsPairs = Number(pythonVersion.split(".")[1]) < 12;
  const known = new WeakMap<Value, string>();
  const repr = (value: Value): string => {
    if (value.kind === "int" && value.tail === undefined && value.typeName === undefined) return value.text;
    if (value.kind === "none") return "None";
    const cached = known.get(value);
    if (cached !== undefined) return cached;
    if ("typeName" in value && value.typeName !== undefined && isSubclass(value.kind, value.typeName)) losses.objects += 1;
    const isPairs = value.kind === "dict" && value.typeName === "OrderedDict" && printsPairs;
    const text = isPairs ? reprPairs(value, repr, losses) : reprAny(value, repr, losses);
    known.set(value, text);
    return text;
  };
  return repr;
}

// Types whose own text is known; an object, and what is not shown, is counted where it is printed.
function isSubclass(kind: Value["kind"], typeName: string): boolean {
  if (kind === "object" || kind === "opaque" || kind === "cycle") return false;
  return typeName !== "Counter" && typeName !== "OrderedDict" && typeName !== kind;
}

function reprPairs(value: Of<"dict">, repr: (value: Value) => string, losses: ReprLosses): string {
  const pair = ([key, item]: readonly [Value, Value]): string => `(${repr(key)}, ${repr(item)})`;
  const inner = joinItems(value.entries.map(pair), value.tail?.map(pair), losses);
  return inner === "" ? "OrderedDict()" : `OrderedDict([${inner}])`;
}

function reprAny(value: Value, repr: (value: Value) => string, losses: ReprLosses): string {
  switch (value.kind) {
    case "int":
      return reprInt(value, losses);
    case "str":
      return reprText(value, losses);
    case "bytes":
    case "bytearray":
      return reprByteString(value, losses);
    case "slice":
      return `slice(${repr(value.start)}, ${repr(value.stop)}, ${repr(value.step)})`;
    case "dict":
      return reprDict(value, repr, losses);
    case "object":
      return reprObject(value, repr, losses);
    case "opaque":
      losses.opaque += 1;
      return `<${value.typeName} ...>`;
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
    case "deque":
      return reprSequence(value, repr, losses);
    default:
      return reprAtom(value) ?? reprNamed(value, losses);
  }
}

function reprAtom(value: Value): string | null {
  switch (value.kind) {
    case "none":
      return "None";
    case "ellipsis":
      return "Ellipsis";
    case "not-implemented":
      return "NotImplemented";
    case "bool":
      return value.value ? "True" : "False";
    case "float":
      return reprFloat(value.value);
    case "complex":
      return reprComplex(value.real, value.imaginary);
    case "range":
      return value.step === "1" ? `range(${value.start}, ${value.stop})` : `range(${value.start}, ${value.stop}, ${value.step})`;
    case "cycle":
      return reprCycle(value.typeName);
    default:
      return null;
  }
}

function reprInt(value: Of<"int">, losses: ReprLosses): string {
  if (value.tail === undefined) return value.text;
  losses.cut += 1;
  return `${value.text}...${value.tail}`;
}

function reprText(value: Of<"str">, losses: ReprLosses): string {
  if (value.tail === undefined) return reprString(value.text);
  losses.cut += 1;
  const quote = reprString(value.text + value.tail).charAt(0);
  return `${quote}${escapeBody(value.text, quote)}...${escapeBody(value.tail, quote)}${quote}`;
}

function reprByteString(value: Of<"bytes" | "bytearray">, losses: ReprLosses): string {
  let text = reprBytes(value.bytes);
  if (value.tail !== undefined) {
    losses.cut += 1;
    text = `b'${escapeBytes(value.bytes, "'")}...${escapeBytes(value.tail, "'")}'`;
  }
  return value.kind === "bytes" ? text : `bytearray(${text})`;
}

function joinItems(items: readonly string[], tail: readonly string[] | undefined, losses: ReprLosses): string {
  if (tail === undefined) return items.join(", ");
  losses.cut += 1;
  return [...items, "...", ...tail].join(", ");
}

function reprSequence(value: Sequence, repr: (value: Value) => string, losses: ReprLosses): string {
  const inner = joinItems(value.items.map(repr), value.tail?.map(repr), losses);
  switch (value.kind) {
    case "list":
      return `[${inner}]`;
    case "tuple":
      return value.length === 1 ? `(${inner},)` : `(${inner})`;
    case "deque":
      return `${value.typeName ?? "deque"}([${inner}])`;
    case "set":
      if (value.typeName !== undefined) return `${value.typeName}(${inner === "" ? "" : `{${inner}}`})`;
      return inner === "" ? "set()" : `{${inner}}`;
    case "frozenset":
      return `${value.typeName ?? "frozenset"}(${inner === "" ? "" : `{${inner}}`})`;
  }
}

function reprDict(value: Of<"dict">, repr: (value: Value) => string, losses: ReprLosses): string {
  const entry = ([key, item]: readonly [Value, Value]): string => `${repr(key)}: ${repr(item)}`;
  const entries = value.typeName === "Counter" ? sortByCount(value.entries) : value.entries;
  const inner = `{${joinItems(entries.map(entry), value.tail?.map(entry), losses)}}`;
  if (value.typeName === "Counter" || value.typeName === "OrderedDict")
    return `${value.typeName}(${inner === "{}" ? "" : inner})`;
  return value.typeName === "defaultdict" ? `defaultdict(..., ${inner})` : inner;
}

// A Counter prints the most common first, in the order of insertion where counts are equal.
function sortByCount(entries: Of<"dict">["entries"]): Of<"dict">["entries"] {
  const count = ([, item]: readonly [Value, Value]): number => (item.kind === "int" ? Number(item.text) : Number.NaN);
  return entries.some((entry) => Number.isNaN(count(entry))) ? entries : entries.toSorted((a, b) => count(b) - count(a));
}

function reprObject(value: Of<"object">, repr: (value: Value) => string, losses: ReprLosses): string {
  losses.objects += 1;
  const args = value.isException ? value.attributes.find(([name]) => name === "args")?.[1] : undefined;
  if (args?.kind === "tuple") return `${value.typeName}(${joinItems(args.items.map(repr), args.tail?.map(repr), losses)})`;
  return `${value.typeName}(${value.attributes.map(([name, item]) => `${name}=${repr(item)}`).join(", ")})`;
}

function reprCycle(typeName: string): string {
  if (typeName === "list") return "[...]";
  if (typeName === "dict") return "{...}";
  return typeName === "tuple" ? "(...)" : `${typeName}(...)`;
}

function reprNamed(value: Value, losses: ReprLosses): string {
  losses.addresses += 1;
  switch (value.kind) {
    case "builtin":
      return `<built-in function ${value.name}>`;
    case "method":
      return `<bound method ${value.name}>`;
    case "class":
      return `<class '${value.name}'>`;
    case "module":
      return `<module '${value.name}'>`;
    case "generator":
    case "coroutine":
      return `<${value.kind} object ${value.name}>`;
    case "code":
      return `<code object ${value.name}>`;
    case "iterator":
      return `<${value.name} object>`;
    case "function":
      return `<function ${value.name}>`;
    default:
      throw new Error(`A captured value of kind ${value.kind} has no repr.`);
  }
}
