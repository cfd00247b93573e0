import { describe, expect, it } from "vitest";
import { selectedAtOne, selectSample } from "@/lib/stats/select-sample";

const sample = (answer: string | null, passedVisible: boolean | null, passed: boolean | null) => ({
  answer,
  passedVisible,
  passed,
});

describe("selectSample and selectedAtOne", () => {
  const candidates = [sample("1", false, false), sample("2", true, false), sample("3", true, true), sample("3", null, true)];

  it("take the first, the first that passes the visible tests, or the most common answer", () => {
    expect(selectSample(candidates, "first")).toBe(candidates[0]);
    expect(selectSample(candidates, "public-tests")).toBe(candidates[1]);
    expect(selectSample(candidates, "majority-vote")).toBe(candidates[2]);
    expect(selectedAtOne(candidates, "first")).toBe(0);
    expect(selectedAtOne(candidates, "public-tests")).toBe(0);
    expect(selectedAtOne(candidates, "majority-vote")).toBe(1);
  });

  it("never look at the verdict to choose", () => {
    const swapped = candidates.map((candidate) => ({ ...candidate, passed: candidate.passed === false }));
    for (const rule of ["first", "public-tests", "majority-vote"] as const) {
      const chosen = candidates.indexOf(selectSample(candidates, rule));
      expect(selectSample(swapped, rule)).toBe(swapped[chosen]);
    }
  });

  it("fall back on the first sample", () => {
    const blind = [sample(null, false, true), sample(null, null, false)];
    expect(selectSample(blind, "public-tests")).toBe(blind[0]);
    expect(selectSample(blind, "majority-vote")).toBe(blind[0]);
  });

  it("give equal votes to the answer that came first", () => {
    const tie = [
      sample(null, null, false),
      sample("b", null, true),
      sample("a", null, false),
      sample("a", null, false),
      sample("b", null, true),
    ];
    expect(selectSample(tie, "majority-vote")).toBe(tie[1]);
  });

  it("know nothing of a sample whose verdict is unknown", () => {
    expect(selectedAtOne([sample("1", true, null), sample("2", true, true)], "public-tests")).toBeNull();
  });

  it("refuse no samples", () => {
    expect(() => selectedAtOne([], "first")).toThrow(RangeError);
  });
});
