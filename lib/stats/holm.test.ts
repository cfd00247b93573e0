import { describe, expect, it } from "vitest";
import { holm } from "@/lib/stats/holm";

const rounded = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Number(value.toFixed(12))));

describe("holm", () => {
  it("gives the reference adjustment", () => {
    expect(rounded(holm([0.01, 0.04, 0.03, 0.005]))).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("leaves a single test alone and never exceeds 1", () => {
    expect(holm([0.3])).toEqual([0.3]);
    expect(holm([0.6, 0.8, 1])).toEqual([1, 1, 1]);
    expect(holm([0, 0.5])).toEqual([0, 0.5]);
  });

  it("treats ties alike, whatever their place", () => {
    expect(holm([0.02, 0.02, 0.02])).toEqual([0.06, 0.06, 0.06]);
  });

  it("does not count what could not be tested", () => {
    expect(rounded(holm([0.01, null, 0.04]))).toEqual([0.02, null, 0.04]);
    expect(holm([null, null])).toEqual([null, null]);
  });

  it("refuses an empty family and what is no p-value", () => {
    expect(() => holm([])).toThrow(RangeError);
    expect(() => holm([1.2])).toThrow("Number 1 of the p-values is 1.2, outside 0 to 1.");
    expect(() => holm([Number.NaN])).toThrow(RangeError);
  });
});
