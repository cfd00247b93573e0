import { describe, expect, it } from "vitest";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";
import { detectionFactor } from "@/lib/stats/minimum-detectable-effect";
import { oneWayDetectableEffect } from "@/lib/stats/one-way-detectable-effect";

describe("contrastDetectableEffect", () => {
  it("stands on the error of the contrast and its degrees of freedom, not on the difference", () => {
    const contrast = { standardError: 0.03, degreesOfFreedom: 25, problems: 26, groups: null };
    expect(contrastDetectableEffect(contrast)).toBeCloseTo(0.03 * detectionFactor({ degreesOfFreedom: 25 }), 14);
  });

  it("is the best case of McNemar's test where no problem flipped", () => {
    const unknown = { standardError: null, degreesOfFreedom: null };
    expect(contrastDetectableEffect({ ...unknown, problems: 26, groups: null })).toBe(oneWayDetectableEffect({ problems: 26 }));
    expect(contrastDetectableEffect({ ...unknown, problems: 26, groups: 8 })).toBe(oneWayDetectableEffect({ problems: 8 }));
    expect(contrastDetectableEffect({ ...unknown, problems: 5, groups: null })).toBeNull();
  });

  it("is null where only an impossible difference would have been found", () => {
    expect(contrastDetectableEffect({ standardError: 0.3, degreesOfFreedom: 1, problems: 2, groups: null })).toBeNull();
  });
});
