import { describe, expect, it } from "vitest";
import { estimateMean } from "@/lib/stats/estimate-mean";

const values = [0.1, -0.2, 0.4, 0.3, 0.0, 0.7, -0.1, 0.25, 0.5, 0.05, 0.9, -0.3];

describe("estimateMean", () => {
  it("gives the t interval of scipy's one-sample test", () => {
    const estimate = estimateMean({ values });
    expect(estimate.method).toBe("t");
    expect(estimate.problems).toBe(12);
    expect(estimate.degreesOfFreedom).toBe(11);
    expect(estimate.interval?.low).toBeCloseTo(-0.014148105940035127, 13);
    expect(estimate.interval?.high).toBeCloseTo(0.4474814392733685, 13);
  });

  it("keeps the interval inside the possible range", () => {
    const estimate = estimateMean({ values: [1, 1, 1, 0.5], range: { low: 0, high: 1 } });
    expect(estimate.interval?.high).toBe(1);
    expect(estimate.interval?.low).toBeCloseTo(0.875 - 3.182446305284263 * 0.125, 12);
  });

  it("uses groups where they are given", () => {
    const groups = ["a", "a", "a", "a", "b", "b", "c", "c", "c", "d", "d", "e"];
    const estimate = estimateMean({ values, groups });
    expect(estimate.method).toBe("clustered-t");
    expect(estimate.groups).toBe(5);
    expect(estimate.standardError).toBeCloseTo(0.07470058077201787, 14);
  });

  it("knows nothing but the mean from one problem, or from one group", () => {
    const unknown = { standardError: null, degreesOfFreedom: null, interval: null, method: "none" };
    expect(estimateMean({ values: [0.5], range: { low: 0, high: 1 } })).toMatchObject({ mean: 0.5, problems: 1, ...unknown });
    expect(estimateMean({ values: [0, 1, 1], groups: ["a", "a", "a"] })).toMatchObject({ problems: 3, groups: 1, ...unknown });
  });

  it("never takes equal values for certainty", () => {
    const bounded = estimateMean({ values: [0.5, 0.5, 0.5], range: { low: 0, high: 1 } });
    expect(bounded).toMatchObject({ standardError: null, method: "constant-sample" });
    expect(bounded.interval?.low).toBeLessThan(0.2);
    expect(estimateMean({ values: [120, 120, 120] })).toMatchObject({ mean: 120, interval: null, method: "none" });
    const almost = estimateMean({ values: [0.3 - 0.1, 0.4 - 0.2, 0.2], range: { low: -1, high: 1 } });
    expect(almost.method).toBe("constant-sample");
  });

  it("knows no error where groups of different values have equal means", () => {
    const estimate = estimateMean({ values: [1, -1, 1, -1], groups: ["a", "a", "b", "b"] });
    expect(estimate).toMatchObject({ mean: 0, standardError: null, interval: null, method: "none" });
  });

  it("refuses no values, values outside the range, missing groups and levels like 95", () => {
    expect(() => estimateMean({ values: [] })).toThrow(RangeError);
    expect(() => estimateMean({ values: [0, 1.5], range: { low: 0, high: 1 } })).toThrow("The value 1.5 lies outside its range");
    expect(() => estimateMean({ values: [0, 1], groups: ["a"] })).toThrow(RangeError);
    expect(() => estimateMean({ values: [0, 1], level: 95 })).toThrow(RangeError);
  });
});
