import { describe, expect, test } from "vitest";
import { readNumber } from "./read-number";

const share = { minimum: 0, maximum: 2000, decimal: true } as const;
const count = { minimum: 1, maximum: 1000 } as const;

describe("a typed number", () => {
  test.each([
    ["0.7", 0.7],
    ["0,7", 0.7],
    [",95", 0.95],
    ["12,50", 12.5],
    ["0,125", 0.125],
    [" 3 ", 3],
  ])("%j is %d", (text, value) => {
    expect(readNumber(text, share)).toEqual({ value, fault: null });
  });
  test.each(["abc", "-3", "1e9", "1.2.3", "1,2.3", "2001", "0x10", "Infinity", "1 000", ""])("%j is none", (text) => {
    expect(readNumber(text, share)).toEqual({ value: null, fault: "A number from 0 to 2,000." });
  });
  test.each(["2.5", "2,5", "0", "1001", "1,000", ""])("%j is no whole number from 1 to 1,000", (text) => {
    expect(readNumber(text, count)).toEqual({ value: null, fault: "A whole number from 1 to 1,000." });
  });
  test("a comma that may part thousands is asked about", () => {
    expect(readNumber("1,250", share)).toEqual({ value: null, fault: "Write 1250 or 1.250." });
  });
  test("an empty field is null where that means something", () => {
    expect(readNumber("", { ...count, empty: "no limit" })).toEqual({ value: null, fault: null });
  });
});
