import { describe, expect, it } from "vitest";
import { clusteredStandardError } from "@/lib/stats/clustered-standard-error";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";
import { differencesOf, groupsOf } from "@/lib/stats/pair-values";
import { pairedDifference } from "@/lib/stats/paired-difference";

const outcomes = (digits: string) => new Map([...digits].map((digit, index) => [`p${index}`, Number(digit)]));
const inTwos = new Map(Array.from({ length: 10 }, (_, index) => [`p${index}`, `g${Math.floor(index / 2)}`]));

describe("pairedDifference", () => {
  const arms = { arm: outcomes("1110010111"), baseline: outcomes("1010100101") };

  it("gives the reference mean, error, interval and p-value", () => {
    const contrast = pairedDifference(arms);
    expect(contrast.difference).toBeCloseTo(0.2, 15);
    expect(contrast.armMean).toBeCloseTo(0.7, 15);
    expect(contrast.baselineMean).toBeCloseTo(0.5, 15);
    expect(contrast.standardError).toBeCloseTo(0.2, 15);
    expect(contrast.problems).toBe(10);
    // scipy 1.17, ttest_rel.
    expect(contrast.tPValue).toBeCloseTo(0.3434363961379136, 13);
    expect(contrast.interval?.low).toBeCloseTo(-0.252431432559641, 13);
    expect(contrast.interval?.high).toBeCloseTo(0.652431432559641, 13);
  });

  it("with clusters of two has the reference error before, and √(G/(G − 1)) of it after the correction for few groups", () => {
    const contrast = pairedDifference({ ...arms, groupOf: inTwos });
    const error = clusteredStandardError(differencesOf(contrast.pairing), groupsOf(contrast.pairing, inTwos));
    expect(error?.uncorrected).toBeCloseTo(0.10954451150103324, 15);
    expect(contrast.standardError).toBeCloseTo(0.10954451150103324 * Math.sqrt(5 / 4), 15);
    expect(contrast.degreesOfFreedom).toBeCloseTo(4, 12);
    expect(contrast.groups).toBe(5);
    expect(contrast.method).toBe("clustered-t");
  });

  it("tests 0/1 outcomes by McNemar's exact test, which four flips cannot pass although t would", () => {
    const contrast = pairedDifference({ arm: outcomes(`1111${"0".repeat(22)}`), baseline: outcomes("0".repeat(26)) });
    expect(contrast).toMatchObject({ testedBy: "mcnemar", pValue: 0.125 });
    expect(contrast.tPValue).toBeLessThan(0.05);
    const long = { arm: outcomes("1110010111".repeat(3)), baseline: outcomes("1010100101".repeat(3)) };
    const rates = pairedDifference({ arm: long.arm, baseline: new Map(long.baseline).set("p0", 0.5) });
    expect(rates).toMatchObject({ testedBy: "t", differing: 13 });
    expect(rates.pValue).toBe(rates.tPValue);
    const fives = new Map([...long.arm.keys()].map((problem, index) => [problem, `g${Math.floor(index / 6)}`] as const));
    expect(pairedDifference({ ...long, groupOf: fives }).testedBy).toBe("t");
  });

  it("tests fewer than ten groups that differ, among others that do not, by the signs of the groups", () => {
    const four = { arm: outcomes(`11110${"0".repeat(21)}`), baseline: outcomes("0".repeat(26)) };
    // The last eight problems share the groups of the first four; each flip is in a group of its own.
    const groupOf = new Map(
      [...four.arm.keys()].map((problem, index) => [problem, `g${index < 18 ? index : index % 4}x`] as const),
    );
    const contrast = pairedDifference({ ...four, groupOf });
    expect(contrast).toMatchObject({ testedBy: "sign-flips", pValue: 0.125, differing: 4 });
    // Two flips of one group are one: three groups move, one of them by two problems.
    const shared = pairedDifference({ ...four, groupOf: new Map(groupOf).set("p1", "g0x") });
    expect(shared).toMatchObject({ pValue: 0.25, differing: 4, groups: contrast.groups });
    expect(shared.differingBy).toBeCloseTo(((4 / 3) * (shared.groups ?? 0)) / 26, 14);
    // Of one problem in twenty groups t would promise an effect that no six groups can show.
    const one = pairedDifference({ arm: outcomes(`1${"0".repeat(25)}`), baseline: outcomes("0".repeat(26)), groupOf });
    expect(one.pValue).toBe(1);
    expect(contrastDetectableEffect(one)).toBeGreaterThan(0.2);
  });

  it("tests rates of which fewer than ten differ by their signs, which McNemar's test does for 0/1 outcomes", () => {
    const rates = (fixed: readonly number[]) => ({
      arm: new Map(Array.from({ length: 26 }, (_, index) => [`p${index}`, fixed[index] ?? 0.2] as const)),
      baseline: new Map(Array.from({ length: 26 }, (_, index) => [`p${index}`, 0.2] as const)),
    });
    const four = pairedDifference(rates([1, 0.8, 0.9, 1]));
    expect(four).toMatchObject({ testedBy: "sign-flips", pValue: 0.125, differing: 4 });
    expect(four.differingBy).toBeCloseTo(0.725, 14);
    expect(four.tPValue).toBeLessThan(0.05);
    expect(pairedDifference(rates([0.4]))).toMatchObject({ pValue: 1, differing: 1 });
    expect(pairedDifference(rates([1, 0.8, 0.9, 1, 0.4, 0.6])).pValue).toBe(2 * 0.5 ** 6);
    const half = (digits: string) => new Map([...outcomes(digits)].map(([problem, value]) => [problem, value / 2]));
    const flips = pairedDifference({ arm: outcomes("111111100000"), baseline: outcomes("000000001000") });
    const halves = pairedDifference({ arm: half("111111100000"), baseline: half("000000001000") });
    expect([flips.testedBy, halves.testedBy]).toEqual(["mcnemar", "sign-flips"]);
    expect(halves.pValue).toBeCloseTo(flips.pValue ?? 0, 14);
  });

  it("changes only its sign when the arms change places", () => {
    const there = pairedDifference(arms);
    const back = pairedDifference({ arm: arms.baseline, baseline: arms.arm });
    expect(back.difference).toBe(-there.difference);
    expect(back.pValue).toBe(there.pValue);
    expect(back.interval?.low).toBeCloseTo(-(there.interval?.high ?? 0), 15);
  });

  it("compares on the common problems and says what it dropped", () => {
    const partial = new Map([...arms.arm].slice(0, 6));
    const contrast = pairedDifference({ arm: partial, baseline: arms.baseline });
    expect(contrast.problems).toBe(6);
    expect(contrast.pairing.onlyInBaseline).toEqual(["p6", "p7", "p8", "p9"]);
    expect(contrast.pairing.dropped).toBe(4);
  });

  it("does not take equal arms for proof of no effect", () => {
    const contrast = pairedDifference({ arm: arms.arm, baseline: arms.arm });
    expect(contrast).toMatchObject({
      difference: 0,
      standardError: null,
      pValue: 1,
      testedBy: "mcnemar",
      method: "constant-sample",
    });
    expect(contrast.interval?.high).toBeCloseTo(1 - 0.05 ** 0.1, 14);
    expect(contrast.interval?.low).toBe(-(contrast.interval?.high ?? 0));
  });

  it("tests a difference that is the same everywhere by its sign: 1 in 2^N each way", () => {
    const five = pairedDifference({ arm: outcomes("11111"), baseline: outcomes("00000") });
    expect(five).toMatchObject({ difference: 1, pValue: 0.0625, testedBy: "mcnemar", standardError: null, tPValue: null });
    const rounded = pairedDifference({
      arm: new Map([
        ["a", 0.3],
        ["b", 0.4],
      ]),
      baseline: new Map([
        ["a", 0.1],
        ["b", 0.2],
      ]),
    });
    expect(
      pairedDifference({
        arm: new Map([
          ["a", 0.3],
          ["b", 0.7],
        ] as const),
        baseline: new Map([
          ["a", 0.3],
          ["b", 0.7],
        ] as const),
      }),
    ).toMatchObject({ difference: 0, pValue: 1, testedBy: "sign" });
    expect(rounded).toMatchObject({ pValue: 0.5, testedBy: "sign" });
  });

  it("knows only the difference of a single problem or a single group", () => {
    const unknown = { standardError: null, interval: null, pValue: null, testedBy: "none" };
    expect(pairedDifference({ arm: outcomes("1"), baseline: outcomes("0") })).toMatchObject({ difference: 1, ...unknown });
    const oneGroup = new Map([...inTwos.keys()].map((problem) => [problem, "all"]));
    expect(pairedDifference({ ...arms, groupOf: oneGroup })).toMatchObject({ groups: 1, ...unknown });
  });

  it("keeps differences of rates within 100 points, and takes tokens as they are", () => {
    const wide = pairedDifference({ arm: outcomes("110"), baseline: outcomes("000") });
    expect(wide.interval?.high).toBe(1);
    const tokens = pairedDifference({
      arm: new Map([
        ["a", 900],
        ["b", 300],
      ]),
      baseline: new Map([
        ["a", 100],
        ["b", 150],
      ]),
      measure: "unbounded",
    });
    expect(tokens.difference).toBe(475);
    expect(tokens.interval?.high).toBeGreaterThan(1000);
  });

  it("refuses arms without a common problem, points in place of rates, and levels like 95", () => {
    expect(() => pairedDifference({ arm: outcomes(""), baseline: outcomes("01") })).toThrow(
      "The two arms have no problem with known values in common; 2 were dropped.",
    );
    expect(() => pairedDifference({ arm: new Map([["a", 46]]), baseline: new Map([["a", 50]]) })).toThrow(
      "rates lie between 0 and 1",
    );
    expect(() => pairedDifference({ ...arms, level: 95 })).toThrow(RangeError);
  });
});
