import { describe, expect, it } from "vitest";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";
import { detectionFactor } from "@/lib/stats/minimum-detectable-effect";
import { oneWayDetectableEffect } from "@/lib/stats/one-way-detectable-effect";

describe("contrastDetectableEffect", () => {
  it("stands on the error of the contrast and its degrees of freedom, not on the difference", () => {
    const contrast = {
      standardError: 0.03,
      degreesOfFreedom: 25,
      problems: 26,
      groups: null,
      differingBy: 0.1,
      testedBy: "t",
    } as const;
    expect(contrastDetectableEffect(contrast)).toBeCloseTo(0.03 * detectionFactor({ degreesOfFreedom: 25 }), 14);
  });

  it("is the best case of McNemar's test where no problem flipped", () => {
    const unknown = { standardError: null, degreesOfFreedom: null, differingBy: null, testedBy: "mcnemar" } as const;
    expect(contrastDetectableEffect({ ...unknown, problems: 26, groups: null })).toBe(oneWayDetectableEffect({ problems: 26 }));
    expect(contrastDetectableEffect({ ...unknown, problems: 26, groups: 8 })).toBe(oneWayDetectableEffect({ problems: 8 }));
    expect(contrastDetectableEffect({ ...unknown, problems: 5, groups: null })).toBeNull();
  });

  it("is null where only an impossible difference would have been found", () => {
    expect(
      contrastDetectableEffect({
        standardError: 0.3,
        degreesOfFreedom: 1,
        problems: 2,
        groups: null,
        differingBy: 0.4,
        testedBy: "t",
      }),
    ).toBeNull();
  });

  it("is never less than what McNemar's test finds at best, where that test decides", () => {
    const few = { degreesOfFreedom: 25, problems: 26, groups: null, differingBy: 1, testedBy: "mcnemar" } as const;
    expect(contrastDetectableEffect({ ...few, standardError: 0.03 })).toBe(oneWayDetectableEffect({ problems: 26 }));
    expect(contrastDetectableEffect({ ...few, standardError: 0.2 })).toBeCloseTo(
      0.2 * detectionFactor({ degreesOfFreedom: 25 }),
      14,
    );
    expect(contrastDetectableEffect({ ...few, standardError: 0.05, problems: 5 })).toBeNull();
  });

  it("is never less than six differences of the size seen, where their signs decide", () => {
    // One problem of 26 differs by 0.2: t would promise 2.2 points.
    const one = { degreesOfFreedom: 25, problems: 26, groups: null, testedBy: "sign-flips", differingBy: 0.2 } as const;
    expect(contrastDetectableEffect({ ...one, standardError: 0.2 / 26 })).toBeCloseTo(
      0.2 * (oneWayDetectableEffect({ problems: 26 }) ?? 0),
      14,
    );
    expect(contrastDetectableEffect({ ...one, standardError: 0.01, problems: 5 })).toBeNull();
  });
});
