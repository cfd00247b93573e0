import { describe, expect, test } from "vitest";
import { findAdapter, getAdapter, listAdapters } from "@/lib/adapters/registry";
import { completeOptions } from "@/lib/traces/complete-options";

const next = getAdapter("next");

describe("options of an adapter", () => {
  test("those left out take their defaults", () => {
    expect(completeOptions(next, { head: 3 })).toEqual({ head: 3, scope: "functions" });
  });
  test.each([
    [{ heads: 3 }, /has no option "heads"/],
    [{ head: 1.5 }, /whole number from 0 to 1000/],
    [{ head: -1 }, /whole number/],
    [{ head: "2" }, /whole number/],
    [{ scope: "all" }, /one of functions, everything, entry/],
  ])("%j is refused", (options, message) => {
    expect(() => completeOptions(next, options)).toThrow(message);
  });
});

describe("the registry", () => {
  test("ids are unique, and every adapter is found by its own", () => {
    const ids = listAdapters().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(getAdapter(id).id).toBe(id);
  });
  test("an unknown adapter is null or an error that names the known ones", () => {
    expect(findAdapter("nexus")).toBeNull();
    expect(() => getAdapter("nexus")).toThrow(/no adapter "nexus".*next, semcoder/);
  });
});
