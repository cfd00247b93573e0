import { describe, expect, it } from "vitest";
import { bcaInterval } from "@/lib/stats/bca-interval";

describe("bcaInterval", () => {
  const draws = Array.from({ length: 1001 }, (_, index) => index / 1000);

  it("is the percentile interval where nothing is biased or skewed", () => {
    const interval = bcaInterval({ estimate: 0.5, draws, jackknife: [0.4, 0.6] }, 0.9);
    expect(interval?.low).toBeCloseTo(0.05, 12);
    expect(interval?.high).toBeCloseTo(0.95, 12);
  });

  it("moves with the bias and with the skewness", () => {
    const biased = bcaInterval({ estimate: 0.6, draws, jackknife: [0.4, 0.6] }, 0.9);
    expect(biased?.low).toBeGreaterThan(0.08);
    const skewed = bcaInterval({ estimate: 0.5, draws, jackknife: [0.5, 0.5, 0.5, 0.5, 0.1] }, 0.9);
    expect(skewed?.low).toBeGreaterThan(0.05);
    expect(skewed?.high).toBeGreaterThan(0.95);
  });

  it("knows nothing where all draws lie on one side or do not vary", () => {
    expect(bcaInterval({ estimate: 2, draws, jackknife: [0.4, 0.6] }, 0.9)).toBeNull();
    expect(bcaInterval({ estimate: -1, draws, jackknife: [0.4, 0.6] }, 0.9)).toBeNull();
    expect(bcaInterval({ estimate: 0.5, draws: [0.5, 0.5], jackknife: [0.5, 0.5] }, 0.9)).toBeNull();
  });
});
