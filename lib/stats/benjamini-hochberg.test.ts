import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import { holm } from "@/lib/stats/holm";

const rounded = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Number(value.toFixed(12))));

describe("benjaminiHochberg", () => {
  it("gives the reference adjustment", () => {
    expect(rounded(benjaminiHochberg([0.01, 0.04, 0.03, 0.005]))).toEqual([0.02, 0.04, 0.04, 0.02]);
  });

  it("leaves a single test alone and never exceeds 1", () => {
    expect(benjaminiHochberg([0.3])).toEqual([0.3]);
    expect(benjaminiHochberg([1, 1])).toEqual([1, 1]);
    expect(benjaminiHochberg([0, 0.5])).toEqual([0, 0.5]);
  });

  it("treats ties alike, whatever their place", () => {
    expect(rounded(benjaminiHochberg([0.02, 0.02, 0.02]))).toEqual([0.02, 0.02, 0.02]);
  });

  it("does not count what could not be tested", () => {
    expect(rounded(benjaminiHochberg([null, 0.03, 0.01]))).toEqual([null, 0.03, 0.02]);
    expect(benjaminiHochberg([null, null])).toEqual([null, null]);
  });

  it("never falls below the raw p nor exceeds Holm", () => {
    const raw = [0.2, 0.001, 0.049, 0.5, 0.012, 0.03, 0.99];
    const [strict, loose] = [holm(raw), benjaminiHochberg(raw)];
    for (const [index, pValue] of raw.entries()) {
      expect(loose[index]).toBeGreaterThanOrEqual(pValue);
      expect(strict[index]).toBeGreaterThanOrEqual(loose[index] ?? 2);
    }
  });

  it("refuses an empty family and what is no p-value", () => {
    expect(() => benjaminiHochberg([])).toThrow(RangeError);
    expect(() => benjaminiHochberg([1.2])).toThrow("Number 1 of the p-values is 1.2, outside 0 to 1.");
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});
