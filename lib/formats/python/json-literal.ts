/**
 * A JSON value with its numbers as written: `1.0` stays a float and 10²⁰ keeps its digits, which `JSON.parse` would lose and
 * which Python tells apart.
 */
export type Literal =
  | { readonly kind: "atom"; readonly python: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [string, Literal])[] };

const MAXIMUM_DEPTH = 400;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, string])[] = [
  ["true", "True"],
  ["false", "False"],
  ["null", "None"],
  ["NaN", "float('nan')"],
  ["Infinity", "float('inf')"],
  ["-Infinity", "-float('inf')"],
];

/** Reads JSON (with Python's `NaN` and `Infinity`). Throws `SyntaxError` where it is neither, or nests deeper than 400. */
export function parseLiteral(source: string): Literal {
  const cursor = { source, at: 0, depth: 0 };
  const literal = readValue(cursor);
  skipSpace(cursor);
  if (cursor.at < source.length) throw fault(cursor);
  return literal;
}

/** Writes the literal as Python source. */
export function toPython(literal: Literal): string {
  switch (literal.kind) {
    case "atom":
      return literal.python;
    case "text":
      return pythonString(literal.value);
    case "list":
      return `[${literal.items.map(toPython).join(", ")}]`;
    case "dict":
      return `{${literal.entries.map(([key, value]) => `${pythonString(key)}: ${toPython(value)}`).join(", ")}}`;
  }
}

/** A Python string literal: every escape that JSON writes means the same in Python. */
export function pythonString(value: string): string {
  return JSON.stringify(value);
}

/** The member of a dict; undefined when the literal is no dict or has no such key. */
export function entryOf(literal: Literal, key: string): Literal | undefined {
  return literal.kind === "dict" ? literal.entries.find(([name]) => name === key)?.[1] : undefined;
}

type Cursor = { readonly source: string; at: number; depth: number };

function readValue(cursor: Cursor): Literal {
  skipSpace(cursor);
  const character = cursor.source.charAt(cursor.at);
  if (character === '"') return { kind: "text", value: readString(cursor) };
  if (character === "[") return nested(cursor, readList);
  if (character === "{") return nested(cursor, readDict);
  const word = WORDS.find(([json]) => cursor.source.startsWith(json, cursor.at));
  if (word !== undefined) {
    cursor.at += word[0].length;
    return { kind: "atom", python: word[1] };
  }
  NUMBER.lastIndex = cursor.at;
  const number = NUMBER.exec(cursor.source);
  if (number === null) throw fault(cursor);
  cursor.at += number[0].length;
  return { kind: "atom", python: number[0] };
}

function nested(cursor: Cursor, read: (cursor: Cursor) => Literal): Literal {
  cursor.depth += 1;
  if (cursor.depth > MAXIMUM_DEPTH) throw new SyntaxError(`nested deeper than ${MAXIMUM_DEPTH}`);
  const literal = read(cursor);
  cursor.depth -= 1;
  return literal;
}

function readList(cursor: Cursor): Literal {
  const items: Literal[] = [];
  readMembers(cursor, "]", () => items.push(readValue(cursor)));
  return { kind: "list", items };
}

function readDict(cursor: Cursor): Literal {
  const entries: (readonly [string, Literal])[] = [];
  readMembers(cursor, "}", () => {
    const key = readString(cursor);
    skipSpace(cursor);
    expect(cursor, ":");
    entries.push([key, readValue(cursor)]);
  });
  return { kind: "dict", entries };
}

function readMembers(cursor: Cursor, close: string, readOne: () => void): void {
  cursor.at += 1;
  skipSpace(cursor);
  if (cursor.source.charAt(cursor.at) === close) {
    cursor.at += 1;
    return;
  }
  for (;;) {
    skipSpace(cursor);
    readOne();
    skipSpace(cursor);
    if (cursor.source.charAt(cursor.at) === close) break;
    expect(cursor, ",");
  }
  cursor.at += 1;
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  if (cursor.source.charAt(start) !== '"') throw fault(cursor);
  for (let at = start + 1; at < cursor.source.length; at += 1) {
    const code = cursor.source.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) {
      cursor.at = at + 1;
      return String(JSON.parse(cursor.source.slice(start, cursor.at)));
    }
  }
  throw fault(cursor);
}

function expect(cursor: Cursor, character: string): void {
  if (cursor.source.charAt(cursor.at) !== character) throw fault(cursor);
  cursor.at += 1;
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.source.length && " \t\r\n".includes(cursor.source.charAt(cursor.at))) cursor.at += 1;
}

function fault(cursor: Cursor): SyntaxError {
  return new SyntaxError(`not a JSON value at position ${cursor.at}`);
}
