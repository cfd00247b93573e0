import { describe, expect, test } from "vitest";
import { exampleCalls } from "@/lib/formats/python/example-calls";
import { entryOf, parseLiteral, toPython } from "@/lib/formats/python/json-literal";
import { withoutNamedNumbers } from "@/lib/formats/python/named-numbers";
import { itemsInside, splitItems } from "@/lib/formats/python/split-items";
import { unpickleText } from "@/lib/formats/python/unpickle-text";

describe("JSON as Python source", () => {
  test.each([
    ["1.0", "1.0"],
    ["100000000000000000000", "100000000000000000000"],
    ["-1E+5", "-1E+5"],
    ["[true, false, null]", "[True, False, None]"],
    ["[NaN, Infinity, -Infinity]", "[float('nan'), float('inf'), -float('inf')]"],
    ['{"a": [1, {}], "b\\n": "\\ud83d\\ude00\\u0007\\/"}', '{"a": [1, {}], "b\\n": "😀\\u0007/"}'],
    ['"\\ud800"', '"\\ud800"'],
    [" [ ] ", "[]"],
  ])("%s", (json, python) => {
    expect(toPython(parseLiteral(json))).toBe(python);
  });
  test.each(["", "[1,]", "{1: 2}", "[1 2]", "01", "tru", '"a', "[1] x", "'a'"])("refuses %j", (json) => {
    expect(() => parseLiteral(json)).toThrow(SyntaxError);
  });
  test("refuses to follow endless nesting", () => {
    expect(() => parseLiteral("[".repeat(5_000))).toThrow("nested deeper than 400");
  });
  test("finds members by name", () => {
    expect(entryOf(parseLiteral('{"x": [1.0]}'), "x")).toEqual({ kind: "list", items: [{ kind: "atom", python: "1.0" }] });
    expect(entryOf(parseLiteral("[1]"), "x")).toBeUndefined();
  });
});

describe("cutting Python source", () => {
  test.each([
    ["1, [2, 3], 'a,b'", ["1", "[2, 3]", "'a,b'"]],
    ["(1,), {'k': (2, 3)},", ["(1,)", "{'k': (2, 3)}"]],
    ["'it\\'s, ok', \"[\"", ["'it\\'s, ok'", '"["']],
    ["'''a, 'b', c''', 1", ["'''a, 'b', c'''", "1"]],
    ["", []],
    ["x=1, y=f(2, 3)", ["x=1", "y=f(2, 3)"]],
  ])("%s", (source, items) => {
    expect(splitItems(source)).toEqual(items);
  });
  test.each(["(1", "1)", "[1)", "'a"])("refuses %s", (source) => {
    expect(() => splitItems(source)).toThrow(SyntaxError);
  });
  test("opens one list or tuple", () => {
    expect(itemsInside(" [1, (2, 3)] ")).toEqual(["1", "(2, 3)"]);
    expect(itemsInside("(1,)")).toEqual(["1"]);
    expect(() => itemsInside("{1, 2}")).toThrow(SyntaxError);
  });
  test("infinite and undefined numbers need no import; text stays", () => {
    expect(withoutNamedNumbers("[inf, -inf, nan, 'inf', \"a nan\", info, x.inf]")).toBe(
      "[float('inf'), -float('inf'), float('nan'), 'inf', \"a nan\", info, x.inf]",
    );
  });
});

describe("examples in docstrings", () => {
  test("takes calls with one literal as the answer and leaves the rest", () => {
    const text = `"""
    >>> f([1, 2], 'a')
    [3]
    >>> f(0)
    Traceback (most recent call last):
    >>> f(1)
    'two'
    and more
    >>> g(1)
    2
    >>> f(-1)
    -1.5

    f([1], "=> (") ==> {'a': None}
    For example: f(2) ➞ [2, 4].
    * f("x") returns True
    f(x) => 3
    f(4) = 3
    f(4) -> 5 - 1 = 4
    f("Earth") ==> ("Venus")
    f("Earth") ==> ("Venus",)
    f(5) => f(4)
    the value of f(6) => 7
    """`;
    expect(exampleCalls(text, "f")).toEqual([
      { arguments: "[1, 2], 'a'", expected: "[3]" },
      { arguments: "-1", expected: "-1.5" },
      { arguments: '[1], "=> ("', expected: "{'a': None}" },
      { arguments: "2", expected: "[2, 4]" },
      { arguments: '"x"', expected: "True" },
      { arguments: '"Earth"', expected: '("Venus",)' },
    ]);
  });
});

describe("a pickle of one text", () => {
  const text = Buffer.from('[{"input": "é"}]');
  const long = Buffer.from("x".repeat(300));
  const length = (size: number, bytes: Buffer) => {
    const field = Buffer.alloc(size);
    field.writeUIntLE(bytes.length, 0, Math.min(size, 6));
    return field;
  };
  const frame = Buffer.from([0x95, 1, 0, 0, 0, 0, 0, 0, 0]);

  test.each([
    [
      "protocol 4, short",
      Buffer.concat([Buffer.from([0x80, 4]), frame, Buffer.from([0x8c, text.length]), text, Buffer.from([0x94, 0x2e])]),
      text,
    ],
    [
      "protocol 4, long",
      Buffer.concat([Buffer.from([0x80, 4, 0x58]), length(4, long), long, frame, Buffer.from([0x94, 0x2e])]),
      long,
    ],
    [
      "protocol 4, very long",
      Buffer.concat([Buffer.from([0x80, 4, 0x8d]), length(8, long), long, Buffer.from([0x94, 0x2e])]),
      long,
    ],
    ["protocol 2", Buffer.concat([Buffer.from([0x80, 2, 0x58]), length(4, text), text, Buffer.from([0x71, 0, 0x2e])]), text],
  ])("reads %s", (_, pickle, expected) => {
    expect(unpickleText(pickle)).toBe(expected.toString());
  });

  test.each([
    ["a call of os.system", Buffer.from("cposix\nsystem\n(S'echo'\ntR."), /opcode 0x63/],
    [
      "protocol 4 with a global",
      Buffer.concat([Buffer.from([0x80, 4, 0x8c, 2]), Buffer.from("os"), Buffer.from([0x94, 0x93, 0x2e])]),
      /opcode 0x93/,
    ],
    ["a number", Buffer.from([0x80, 4, 0x4b, 1, 0x2e]), /opcode 0x4b/],
    [
      "two texts",
      Buffer.concat([Buffer.from([0x8c, 1]), Buffer.from("a"), Buffer.from([0x8c, 1]), Buffer.from("b"), Buffer.from([0x2e])]),
      /more than one text/,
    ],
    ["no text", Buffer.from([0x80, 4, 0x2e]), /no text/],
    [
      "something after the end",
      Buffer.concat([Buffer.from([0x8c, 1]), Buffer.from("a."), Buffer.from("x")]),
      /something after it/,
    ],
    ["a length beyond the end", Buffer.from([0x80, 4, 0x58, 0xff, 0xff, 0xff, 0x7f, 0x61]), /cut short/],
    ["nothing", Buffer.alloc(0), /cut short/],
    ["a length field that is cut", Buffer.from([0x8d, 1]), /cut short/],
  ])("refuses %s", (_, pickle, message) => {
    expect(() => unpickleText(pickle)).toThrow(message);
  });
});
