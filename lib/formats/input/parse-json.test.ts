import { describe, expect, test } from "vitest";
import { closeJson } from "@/lib/formats/input/close-json";
import { parseJson, parseJsonText } from "@/lib/formats/input/parse-json";

describe("parseJson", () => {
  test("reads what Python's json writes for infinite and undefined numbers as null, and leaves them alone in texts", () => {
    const parsed = parseJsonText('{"a": NaN, "b": [-Infinity, Infinity], "c": "NaN \\" Infinity"}');
    expect(parsed).toMatchObject({ ok: true, value: { a: null, b: [null, null], c: 'NaN " Infinity' } });
  });
  test("says that bytes are not UTF-8 instead of replacing them", () => {
    expect(parseJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ ok: false, reason: "it is not valid UTF-8 text" });
  });
  test("says what is wrong with the syntax", () => {
    const parsed = parseJsonText('{"a": NaN, }');
    expect(parsed.ok ? "" : parsed.reason).toMatch(/^it is not valid JSON \(/);
  });
});

describe("closeJson", () => {
  test.each([
    ['{"a": 1, "b": [1, 2, {"c": "x", "d', { a: 1, b: [1, 2, { c: "x" }] }],
    ['{"a": 1, "b": tr', { a: 1 }],
    ['{"a": 1, "b": "unfin', { a: 1 }],
    ['{"a": 1, "b"', { a: 1 }],
    ['{"a": 1, "b":', { a: 1 }],
    ['[[1, 2], [3, "\\"', [[1, 2], [3]]],
    ['{"a": {}} trailing {', { a: {} }],
    ["[", []],
    ['"text"', "text"],
  ])("%s", (text, expected) => {
    const closed = closeJson(text);
    expect(closed === null ? null : JSON.parse(closed)).toEqual(expected);
  });
  test("nothing whole is null", () => {
    expect(closeJson("hello")).toBeNull();
    expect(closeJson("")).toBeNull();
  });
  test("every beginning of a document can be closed or has nothing whole", () => {
    const whole = '{"eval": {"Mbpp/2": [{"s": "a\\\\\\"b", "n": [1.5, -2e3, true, null]}]}, "x": "é"}';
    for (let end = 0; end <= whole.length; end += 1) {
      const closed = closeJson(whole.slice(0, end));
      if (closed !== null) expect(() => JSON.parse(closed)).not.toThrow();
    }
  });
});
