import { describe, expect, it } from "vitest";
import { neededProblems } from "@/lib/stats/needed-problems";
import { plannedDetectableEffect } from "@/lib/stats/planned-detectable-effect";

describe("neededProblems", () => {
  it("undoes plannedDetectableEffect", () => {
    for (const problems of [7, 26, 164, 800]) {
      const spread = { standardDeviation: 0.4 };
      const effect = plannedDetectableEffect({ problems, spread }) ?? 0;
      expect(neededProblems({ effect, spread })).toBe(problems);
      expect(neededProblems({ effect: effect * 0.999, spread })).toBeGreaterThan(problems);
    }
  });

  it("needs four times the problems for half the effect, whatever its sign", () => {
    expect(neededProblems({ effect: 0.1, spread: { discordantShare: 0.2 } })).toBe(157);
    expect(neededProblems({ effect: -0.05, spread: { discordantShare: 0.2 } })).toBe(628);
  });

  it("is null for an effect larger than the share of problems that flip", () => {
    expect(neededProblems({ effect: 0.1, spread: { discordantShare: 0.05 } })).toBeNull();
  });

  it("refuses an effect of zero", () => {
    expect(() => neededProblems({ effect: 0, spread: { discordantShare: 0.2 } })).toThrow(RangeError);
  });
});
