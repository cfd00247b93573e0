import { describe, expect, it } from "vitest";
import { differencesOf, groupsOf, pairValues } from "@/lib/stats/pair-values";

describe("pairValues", () => {
  const pairing = pairValues({
    arm: new Map([
      ["c", 1],
      ["a", 0.5],
      ["b", null],
      ["only", 1],
      ["d", 1],
    ]),
    baseline: new Map([
      ["a", 0.25],
      ["b", 1],
      ["c", 1],
      ["d", null],
      ["other", null],
    ]),
  });

  it("accounts for every problem once, in order of id", () => {
    expect(pairing.pairs).toEqual([
      { problem: "a", arm: 0.5, baseline: 0.25 },
      { problem: "c", arm: 1, baseline: 1 },
    ]);
    expect(pairing.onlyInArm).toEqual(["only"]);
    expect(pairing.onlyInBaseline).toEqual(["other"]);
    expect(pairing.unknown).toEqual(["b", "d"]);
    expect(pairing.dropped).toBe(4);
  });

  it("subtracts the baseline", () => {
    expect(differencesOf(pairing)).toEqual([0.25, 0]);
  });

  it("gives a problem without a group its own, even where a group has its name", () => {
    expect(new Set(groupsOf(pairing, new Map([["a", "c"]]))).size).toBe(2);
  });

  it("refuses values that are not finite", () => {
    expect(() => pairValues({ arm: new Map([["a", Number.NaN]]), baseline: new Map() })).toThrow("problem a is NaN");
    expect(() => pairValues({ arm: new Map([["a", 1]]), baseline: new Map([["a", Number.NaN]]) })).toThrow(RangeError);
  });
});
