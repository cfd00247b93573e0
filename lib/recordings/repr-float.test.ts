import { describe, expect, test } from "vitest";
import { reprComplex, reprFloat } from "@/lib/recordings/repr-float";

// Right: what `repr` of the number is under CPython 3.11.
const floats: readonly (readonly [number, string])[] = [
  [0, "0.0"],
  [-0, "-0.0"],
  [1, "1.0"],
  [-2.5, "-2.5"],
  [0.1, "0.1"],
  [1 / 3, "0.3333333333333333"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [1.5e-7, "1.5e-07"],
  [1e15, "1000000000000000.0"],
  [9999999999999998, "9999999999999998.0"],
  [1e16, "1e+16"],
  [123456789012345680, "1.2345678901234568e+17"],
  [1e22, "1e+22"],
  [5e-324, "5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [Number.NaN, "nan"],
  [Number.POSITIVE_INFINITY, "inf"],
  [Number.NEGATIVE_INFINITY, "-inf"],
];

const complexes: readonly (readonly [number, number, string])[] = [
  [0, 1, "1j"],
  [-0, 1, "(-0+1j)"],
  [1, -2.5, "(1-2.5j)"],
  [1, -0, "(1-0j)"],
  [Number.NaN, Number.NEGATIVE_INFINITY, "(nan-infj)"],
  [1e16, 1e-5, "(1e+16+1e-05j)"],
];

describe("numbers print as Python does", () => {
  test.each(floats)("float %d", (value, expected) => {
    expect(reprFloat(value)).toBe(expected);
  });
  test.each(complexes)("complex %d %d", (real, imaginary, expected) => {
    expect(reprComplex(real, imaginary)).toBe(expected);
  });
});
