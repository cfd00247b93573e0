import { describe, expect, it } from "vitest";
import { noiseSplit, noiseSplitOfCounts, pairedNoiseSplit } from "@/lib/stats/noise-split";
import { standardError } from "@/lib/stats/standard-error";

describe("noiseSplit", () => {
  it("splits a hand-worked example", () => {
    // Means 0.5, 1, 0.25, whose variance is 7/48; the noise of each mean, s²/K, is (1/3)/4, 0 and (1/4)/4.
    const split = noiseSplit([
      [1, 0, 1, 0],
      [1, 1, 1, 1],
      [0, 0, 0, 1],
    ]);
    const noise = (1 / 3 / 4 + 0 + 1 / 4 / 4) / 3;
    expect(split?.sampleVariance).toBeCloseTo(noise, 14);
    expect(split?.problemVariance).toBeCloseTo(7 / 48 - noise, 14);
    expect(split?.sampleShare).toBeCloseTo(noise / (7 / 48), 14);
    expect(split?.standardError).toBeCloseTo(standardError([0.5, 1, 0.25]) ?? 0, 14);
    expect(split?.ifTwiceTheProblems).toBeCloseTo(Math.sqrt(7 / 48 / 6), 14);
    expect(split?.ifTwiceTheSamples).toBeCloseTo(Math.sqrt((7 / 48 - noise / 2) / 3), 14);
    expect(split?.ifEndlessSamples).toBeCloseTo(Math.sqrt((7 / 48 - noise) / 3), 14);
  });

  it("never says more samples help more than more problems", () => {
    const split = noiseSplit([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(split?.problemVariance).toBeLessThan(0);
    expect(split?.sampleShare).toBe(1);
    expect(split?.ifEndlessSamples).toBe(0);
    expect(split?.ifTwiceTheSamples).toBeGreaterThanOrEqual(split?.ifTwiceTheProblems ?? 1);
  });

  it("knows nothing of single samples or a single problem, and no share where nothing varies", () => {
    expect(noiseSplit([[1, 0], [1]])).toBeNull();
    expect(noiseSplit([[1, 0, 1]])).toBeNull();
    expect(
      noiseSplit([
        [1, 1],
        [1, 1],
      ]),
    ).toMatchObject({ sampleShare: null, standardError: 0 });
  });

  it("refuses no problems and problems without samples", () => {
    expect(() => noiseSplit([])).toThrow(RangeError);
    expect(() => noiseSplit([[1, 0], []])).toThrow(RangeError);
  });
});

describe("noiseSplitOfCounts", () => {
  it("is the split of the outcomes themselves", () => {
    const outcomes = [
      [1, 0, 1, 0],
      [1, 1, 1, 1],
      [0, 0, 0, 1],
    ];
    const counts = outcomes.map((samples) => ({ samples: samples.length, correct: samples.filter((one) => one === 1).length }));
    const byCounts = noiseSplitOfCounts(counts);
    const bySamples = noiseSplit(outcomes);
    expect(byCounts?.sampleVariance).toBeCloseTo(bySamples?.sampleVariance ?? 0, 15);
    expect(byCounts?.problemVariance).toBeCloseTo(bySamples?.problemVariance ?? 0, 15);
    expect(byCounts?.ifTwiceTheSamples).toBeCloseTo(bySamples?.ifTwiceTheSamples ?? 0, 15);
  });

  it("takes a thousand million samples of a problem, and knows nothing of single ones", () => {
    const many = noiseSplitOfCounts([
      { samples: 1e9, correct: 5e8 },
      { samples: 1e9, correct: 0 },
    ]);
    expect(many?.sampleVariance).toBeCloseTo(0.25 / 1e9 / 2, 18);
    expect(
      noiseSplitOfCounts([
        { samples: 1, correct: 1 },
        { samples: 5, correct: 1 },
      ]),
    ).toBeNull();
    expect(() => noiseSplitOfCounts([{ samples: 0, correct: 0 }])).toThrow(RangeError);
  });
});

describe("pairedNoiseSplit", () => {
  it("adds the noise of both arms", () => {
    const split = pairedNoiseSplit([
      { arm: [1, 0], baseline: [1, 0] },
      { arm: [1, 1], baseline: [0, 0, 1] },
    ]);
    expect(split?.sampleVariance).toBeCloseTo((0.25 + 0.25 + 0 + 1 / 3 / 3) / 2, 14);
    expect(split?.problemVariance).toBeCloseTo((2 / 3) ** 2 / 2 - (0.5 + 1 / 9) / 2, 14);
  });

  it("knows nothing where one arm has a single sample", () => {
    expect(
      pairedNoiseSplit([
        { arm: [1, 0], baseline: [1] },
        { arm: [1, 0], baseline: [1, 1] },
      ]),
    ).toBeNull();
  });
});
