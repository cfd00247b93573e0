import { expect, test } from "vitest";
import { parseBatchRow, rowEntry } from "./batch-row";

test.each([
  [
    { id: 1, code: "x", call: "f()" },
    { kind: "call", expression: "f()" },
  ],
  [
    { id: "a", code: "x", stdin: "" },
    { kind: "script", stdin: "" },
  ],
  [
    { id: "a", code: "x", test: "f()", solution: "passed over" },
    { kind: "test", code: "f()" },
  ],
])("%j is a row", (row, entry) => {
  const parsed = parseBatchRow(JSON.stringify(row));
  expect(typeof parsed === "string" ? parsed : rowEntry(parsed)).toEqual(entry);
});

test.each([
  ["{", "not JSON"],
  ["[]", "expected object"],
  ['{"code":"x","call":"f()"}', "id"],
  ['{"id":null,"code":"x","call":"f()"}', "id"],
  ['{"id":1,"call":"f()"}', "code"],
  ['{"id":1,"code":"x","cal":"f()"}', 'needs one of "call", "stdin" and "test"'],
  ['{"id":1,"code":"x","call":"f()","stdin":""}', 'needs one of "call", "stdin" and "test"'],
  ['{"id":1,"code":"\\ud800","call":"f()"}', "surrogate"],
])("%s is none", (text, sentence) => {
  expect(parseBatchRow(text)).toEqual(expect.stringContaining(sentence));
});
