import { describe, expect, it } from "vitest";
import { plannedDetectableEffect } from "@/lib/stats/planned-detectable-effect";

describe("plannedDetectableEffect", () => {
  // Reference values in points, at 80 % power and 5 % two-sided.
  it.each([
    [164, 0.2, 9.8],
    [164, 0.1, 6.9],
    [164, 0.05, 4.9],
    [378, 0.2, 6.4],
    [378, 0.1, 4.6],
    [378, 0.05, 3.2],
    [800, 0.2, 4.4],
    [800, 0.1, 3.1],
    [800, 0.05, 2.2],
  ])("with %d problems of which %d flip is %d points", (problems, discordantShare, points) => {
    const effect = plannedDetectableEffect({ problems, spread: { discordantShare } });
    expect(Number(((effect ?? 0) * 100).toFixed(1))).toBe(points);
  });

  it("takes a pilot's standard deviation as well", () => {
    const effect = plannedDetectableEffect({ problems: 100, spread: { standardDeviation: 0.5 } });
    expect(effect).toBeCloseTo((1.959963984540054 + 0.8416212335729143) * 0.05, 14);
  });

  it("is null where the assumed flips cannot add up to any detectable effect", () => {
    expect(plannedDetectableEffect({ problems: 26, spread: { discordantShare: 0.05 } })).toBeNull();
  });

  it("grows with a stricter significance and with more power", () => {
    const spread = { discordantShare: 0.2 };
    const usual = plannedDetectableEffect({ problems: 164, spread }) ?? 1;
    expect(plannedDetectableEffect({ problems: 164, spread, significance: 0.05 / 12 })).toBeGreaterThan(usual);
    expect(plannedDetectableEffect({ problems: 164, spread, power: 0.9 })).toBeGreaterThan(usual);
  });

  it("refuses no problems and spreads that are none", () => {
    expect(() => plannedDetectableEffect({ problems: 0, spread: { discordantShare: 0.2 } })).toThrow(RangeError);
    expect(() => plannedDetectableEffect({ problems: 10, spread: { discordantShare: 20 } })).toThrow(RangeError);
    expect(() => plannedDetectableEffect({ problems: 10, spread: { standardDeviation: 0 } })).toThrow(RangeError);
  });
});
