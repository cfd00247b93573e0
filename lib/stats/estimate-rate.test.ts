import { describe, expect, it } from "vitest";
import { estimateRate } from "@/lib/stats/estimate-rate";
import { wilsonInterval } from "@/lib/stats/wilson-interval";

describe("estimateRate", () => {
  it("takes Wilson's interval for 0/1 outcomes and t for rates", () => {
    const outcomes = [...Array.from({ length: 8 }, () => 1), 0, 0, 0, 0];
    expect(estimateRate({ values: outcomes })).toMatchObject({
      method: "wilson",
      interval: wilsonInterval({ successes: 8, trials: 12 }),
    });
    expect(estimateRate({ values: [...outcomes, 0.5] }).method).toBe("t");
  });

  it("does not call 26 passes of 26 certain, nor give them a standard error of zero", () => {
    const estimate = estimateRate({ values: Array.from({ length: 26 }, () => 1) });
    expect(estimate.mean).toBe(1);
    expect(estimate.standardError).toBeNull();
    expect(estimate.interval?.low).toBeCloseTo(0.8712712, 6);
  });

  it("has Wilson's interval even for one problem", () => {
    expect(estimateRate({ values: [0] }).interval?.high).toBeCloseTo(0.79345068562276, 12);
  });

  it("counts groups, not problems, where all problems of the groups pass", () => {
    const estimate = estimateRate({ values: [1, 1, 1, 1, 1, 1], groups: ["a", "a", "b", "b", "c", "c"] });
    expect(estimate.method).toBe("wilson-groups");
    expect(estimate.interval).toEqual(wilsonInterval({ successes: 3, trials: 3 }));
  });

  it("uses the clustered error for 0/1 outcomes in groups", () => {
    expect(estimateRate({ values: [1, 1, 0, 0, 1, 0], groups: ["a", "a", "b", "b", "c", "c"] }).method).toBe("clustered-t");
  });

  it("refuses what is no rate", () => {
    expect(() => estimateRate({ values: [] })).toThrow(RangeError);
    expect(() => estimateRate({ values: [0.5, 82] })).toThrow(RangeError);
  });
});
