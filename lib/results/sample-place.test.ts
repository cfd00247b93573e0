import { expect, test } from "vitest";
import { indexOfPlace, readPlace, writePlace } from "./sample-place";

test("a place comes back from an address as it was; anything else names no sample", () => {
  expect(readPlace(writePlace({ chain: 12, round: 3 }))).toEqual({ chain: 12, round: 3 });
  for (const text of [null, "", "1", "1.", "-1.0", "1.2.3", "a.b", "9999999999.0"]) expect(readPlace(text)).toBeNull();
});

test("a sample is found by chain and round, else the end of its chain, else the first", () => {
  const samples = [
    { chain: 0, round: 0 },
    { chain: 1, round: 0 },
    { chain: 1, round: 1 },
  ];
  expect(indexOfPlace(samples, { chain: 1, round: 0 })).toBe(1);
  expect(indexOfPlace(samples, { chain: 1, round: 4 })).toBe(2);
  expect(indexOfPlace(samples, { chain: 7, round: 0 })).toBe(0);
  expect(indexOfPlace([], { chain: 1, round: 0 })).toBe(0);
});
