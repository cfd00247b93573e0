import { describe, expect, it } from "vitest";
import { clusteredStandardError } from "@/lib/stats/clustered-standard-error";
import { standardError } from "@/lib/stats/standard-error";

const values = [0.1, -0.2, 0.4, 0.3, 0.0, 0.7, -0.1, 0.25, 0.5, 0.05, 0.9, -0.3];
const groups = ["a", "a", "a", "a", "b", "b", "c", "c", "c", "d", "d", "e"];

describe("clusteredStandardError", () => {
  it("agrees with the matrix formulas on groups of unequal size", () => {
    // CR0, CR2 and the Bell-McCaffrey degrees of freedom by numpy, from hat matrix and inverse square roots of its blocks.
    const error = clusteredStandardError(values, groups);
    expect(error?.uncorrected).toBeCloseTo(0.06852164657524448, 14);
    expect(error?.standardError).toBeCloseTo(0.07470058077201787, 14);
    expect(error?.degreesOfFreedom).toBeCloseTo(3.2868525896414353, 12);
    expect(error?.groups).toBe(5);
  });

  it("does not care for the order of the values", () => {
    const order = [11, 3, 7, 0, 5, 9, 1, 10, 2, 8, 4, 6];
    const shuffled = clusteredStandardError(
      order.flatMap((index) => values.slice(index, index + 1)),
      order.flatMap((index) => groups.slice(index, index + 1)),
    );
    expect(shuffled?.standardError).toBeCloseTo(0.07470058077201787, 14);
  });

  it("is the ordinary standard error with N − 1 degrees of freedom when every problem is its own group", () => {
    const error = clusteredStandardError(
      values,
      values.map((_, index) => String(index)),
    );
    expect(error?.standardError).toBeCloseTo(standardError(values) ?? 0, 15);
    expect(error?.degreesOfFreedom).toBeCloseTo(11, 12);
  });

  it("has G − 1 degrees of freedom for G groups of equal size", () => {
    const error = clusteredStandardError(
      values,
      values.map((_, index) => String(index % 4)),
    );
    expect(error?.degreesOfFreedom).toBeCloseTo(3, 12);
  });

  it("grows when problems are only copies of each other, by as much as the copies add nothing", () => {
    const copied = values.flatMap((value) => [value, value, value]);
    const copies = values.flatMap((_, index) => [String(index), String(index), String(index)]);
    expect(clusteredStandardError(copied, copies)?.standardError).toBeCloseTo(standardError(values) ?? 0, 15);
  });

  it("knows nothing with one group", () => {
    expect(clusteredStandardError([0, 1, 1], ["a", "a", "a"])).toBeNull();
    expect(clusteredStandardError([1], ["a"])).toBeNull();
  });

  it("refuses no values and a missing group", () => {
    expect(() => clusteredStandardError([], [])).toThrow(RangeError);
    expect(() => clusteredStandardError([0, 1], ["a"])).toThrow("There are 2 values but 1 groups");
  });
});
