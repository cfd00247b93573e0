import { describe, expect, it } from "vitest";
import { wilsonInterval } from "@/lib/stats/wilson-interval";

describe("wilsonInterval", () => {
  // Python's standard library; 13 of 26 from scipy 1.17.
  it.each([
    [82, 164, 0.424357047388029, 0.5756429526119711],
    [0, 164, 0, 0.022887425119427582],
    [8, 12, 0.3906220888727995, 0.8618799089087867],
    [13, 26, 0.32060593525759046, 0.6793940647424095],
  ])("of %d in %d is %d to %d at 95 %%", (successes, trials, low, high) => {
    const interval = wilsonInterval({ successes, trials });
    expect(interval.low).toBeCloseTo(low, 14);
    expect(interval.high).toBeCloseTo(high, 14);
  });

  it("mirrors, reaches the ends exactly and never has zero width", () => {
    const none = wilsonInterval({ successes: 0, trials: 26 });
    const all = wilsonInterval({ successes: 26, trials: 26 });
    expect(none.low).toBe(0);
    expect(all.high).toBe(1);
    expect(all.low).toBeCloseTo(1 - none.high, 15);
    expect(wilsonInterval({ successes: 1, trials: 1 }).low).toBeCloseTo(0.20654931437723745, 14);
    expect(wilsonInterval({ successes: 1, trials: 1 }).high).toBe(1);
  });

  it("is wider at a higher level", () => {
    expect(wilsonInterval({ successes: 8, trials: 12 }, 0.99).low).toBeLessThan(0.39);
  });

  it.each([
    [{ successes: 0, trials: 0 }, 0.95],
    [{ successes: 3, trials: 2 }, 0.95],
    [{ successes: 0.5, trials: 2 }, 0.95],
    [{ successes: -1, trials: 2 }, 0.95],
    [{ successes: 1, trials: 2 }, 95],
  ])("refuses %j at level %d", (outcomes, level) => {
    expect(() => wilsonInterval(outcomes, level)).toThrow(RangeError);
  });
});
