import { describe, expect, it } from "vitest";
import { constantSampleInterval } from "@/lib/stats/constant-sample-interval";

const rate = { low: 0, high: 1 };

describe("constantSampleInterval", () => {
  it("is the rule of three for a hundred passes: about 3 % may fail", () => {
    const interval = constantSampleInterval({ value: 1, count: 100 }, rate, 0.95);
    expect(interval.high).toBe(1);
    // At the lower limit, a hundred passes have probability exactly 5 %.
    expect(interval.low ** 100).toBeCloseTo(0.05, 12);
    expect(interval.low).toBeCloseTo(0.97, 2);
  });

  it("leaves differences of zero room on both sides", () => {
    const interval = constantSampleInterval({ value: 0, count: 26 }, { low: -1, high: 1 }, 0.95);
    expect(interval.high).toBeCloseTo(1 - 0.05 ** (1 / 26), 14);
    expect(interval.low).toBe(-interval.high);
  });

  it("widens a value in the middle towards both ends", () => {
    const interval = constantSampleInterval({ value: 0.5, count: 2 }, rate, 0.95);
    const unseen = 1 - Math.sqrt(0.05);
    expect(interval.low).toBeCloseTo(0.5 - unseen / 2, 14);
    expect(interval.high).toBeCloseTo(0.5 + unseen / 2, 14);
  });

  it("refuses no values, values outside the range and levels like 95", () => {
    expect(() => constantSampleInterval({ value: 0, count: 0 }, rate, 0.95)).toThrow(RangeError);
    expect(() => constantSampleInterval({ value: 2, count: 5 }, rate, 0.95)).toThrow(RangeError);
    expect(() => constantSampleInterval({ value: 0, count: 5 }, rate, 95)).toThrow(RangeError);
  });
});
