import { describe, expect, test } from "vitest";
import { createRepr, reprValue } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

const int = (number: number): Value => ({ kind: "int", text: String(number), digits: String(number).length });
const str = (text: string): Value => ({ kind: "str", text, length: text.length });
const none: Value = { kind: "none" };
const sequence = (kind: "list" | "tuple" | "set" | "frozenset" | "deque", ...items: Value[]): Value => ({
  kind,
  id: 1,
  items,
  length: items.length,
});
const dict = (typeName: string | undefined, ...entries: (readonly [Value, Value])[]): Value => ({
  kind: "dict",
  id: 1,
  entries,
  length: entries.length,
  ...(typeName === undefined ? {} : { typeName }),
});

const cases: readonly (readonly [string, Value])[] = [
  ["None", none],
  ["Ellipsis", { kind: "ellipsis" }],
  ["NotImplemented", { kind: "not-implemented" }],
  ["True", { kind: "bool", value: true }],
  ["-12", int(-12)],
  ["[]", sequence("list")],
  ["[1, 'a']", sequence("list", int(1), str("a"))],
  ["()", sequence("tuple")],
  ["(1,)", sequence("tuple", int(1))],
  ["(1, None)", sequence("tuple", int(1), none)],
  ["set()", sequence("set")],
  ["{1, 2}", sequence("set", int(1), int(2))],
  ["frozenset()", sequence("frozenset")],
  ["frozenset({1})", sequence("frozenset", int(1))],
  ["deque([1])", sequence("deque", int(1))],
  ["{}", dict(undefined)],
  ["{'a': [1]}", dict(undefined, [str("a"), sequence("list", int(1))])],
  ["Counter({'a': 2})", dict("Counter", [str("a"), int(2)])],
  ["Counter()", dict("Counter")],
  ["Counter({'b': 2, 'a': 1, 'c': 1})", dict("Counter", [str("a"), int(1)], [str("b"), int(2)], [str("c"), int(1)])],
  ["OrderedDict([('a', 1)])", dict("OrderedDict", [str("a"), int(1)])],
  ["OrderedDict()", dict("OrderedDict")],
  ["range(0, 3)", { kind: "range", start: "0", stop: "3", step: "1" }],
  ["range(5, 0, -1)", { kind: "range", start: "5", stop: "0", step: "-1" }],
  ["slice(None, 2, None)", { kind: "slice", start: none, stop: int(2), step: none }],
  [`b'a\\x00\\'"\\\\\\n'`, { kind: "bytes", bytes: Uint8Array.from([97, 0, 39, 34, 92, 10]), length: 6 }],
  [`b"it's"`, { kind: "bytes", bytes: Uint8Array.from([105, 116, 39, 115]), length: 4 }],
  ["bytearray(b'\\xff')", { kind: "bytearray", bytes: Uint8Array.from([255]), length: 1 }],
  ["ValueError('x', 1)", exception("ValueError", str("x"), int(1))],
  ["AssertionError()", exception("AssertionError")],
  ["[[...]]", sequence("list", { kind: "cycle", id: 1, typeName: "list" })],
  ["{'me': {...}}", dict(undefined, [str("me"), { kind: "cycle", id: 1, typeName: "dict" }])],
];

function exception(typeName: string, ...args: Value[]): Value {
  return { kind: "object", id: 2, typeName, attributes: [["args", sequence("tuple", ...args)]], isException: true };
}

describe("reprValue prints captured values as Python does", () => {
  test.each(cases)("%s", (expected, value) => {
    expect(reprValue(value)).toBe(expected);
  });
});

describe("what Python would print otherwise is counted", () => {
  const print = (value: Value) => {
    const losses = { cut: 0, opaque: 0, objects: 0, addresses: 0 };
    return { text: createRepr(losses)(value), losses };
  };

  test("a cut list, text and number keep head and tail", () => {
    const cut: Value = { kind: "list", id: 1, items: [int(1), int(2)], length: 900, tail: [int(900)] };
    expect(print(cut)).toEqual({ text: "[1, 2, ..., 900]", losses: { cut: 1, opaque: 0, objects: 0, addresses: 0 } });
    const text: Value = { kind: "str", text: "it's", length: 5000, tail: "end" };
    expect(print(text)).toMatchObject({ text: `"it's...end"`, losses: { cut: 1 } });
    const number: Value = { kind: "int", text: "123", digits: 10_000, tail: "789" };
    expect(print(number)).toMatchObject({ text: "123...789", losses: { cut: 1 } });
  });

  test("objects show class and attributes; functions lack their address; closed values say their type", () => {
    const point: Value = { kind: "object", id: 3, typeName: "Point", attributes: [["x", int(1)]], isException: false };
    expect(print(point)).toMatchObject({ text: "Point(x=1)", losses: { objects: 1 } });
    expect(print({ kind: "function", name: "f", id: 4 })).toMatchObject({ text: "<function f>", losses: { addresses: 1 } });
    const closed: Value = { kind: "opaque", id: 5, typeName: "Tree", why: "depth" };
    expect(print(closed)).toMatchObject({ text: "<Tree ...>", losses: { opaque: 1 } });
  });

  test("a subclass shows its content and is counted", () => {
    const pair: Value = { kind: "tuple", id: 6, items: [int(1), int(2)], length: 2, typeName: "Pair" };
    expect(print(pair)).toMatchObject({ text: "(1, 2)", losses: { objects: 1 } });
    expect(print({ kind: "int", text: "5", digits: 1, typeName: "Age" })).toMatchObject({ text: "5", losses: { objects: 1 } });
  });

  test("an OrderedDict prints as the recording's Python does", () => {
    const losses = { cut: 0, opaque: 0, objects: 0, addresses: 0 };
    expect(createRepr(losses, "3.12.4")(dict("OrderedDict", [str("a"), int(1)]))).toBe("OrderedDict({'a': 1})");
  });

  test("a value that is printed twice is counted once", () => {
    const losses = { cut: 0, opaque: 0, objects: 0, addresses: 0 };
    const repr = createRepr(losses);
    const f: Value = { kind: "function", name: "f", id: 4 };
    expect([repr(f), repr(f), losses.addresses]).toEqual(["<function f>", "<function f>", 1]);
  });
});
