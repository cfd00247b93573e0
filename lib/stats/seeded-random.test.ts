import { describe, expect, it } from "vitest";
import { randomFromWords, seededRandom } from "@/lib/stats/seeded-random";

describe("seededRandom", () => {
  it("is xoshiro128**: the first words of the authors' C program at state 1, 2, 3, 4", () => {
    const random = randomFromWords([1, 2, 3, 4]);
    const words = Array.from({ length: 6 }, () => random.nextInt(2 ** 32));
    expect(words).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it("repeats itself for one seed and differs between neighbours and between the halves of a seed", () => {
    const take = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, () => random.nextUnit());
    };
    expect(take(7)).toEqual(take(7));
    const firsts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER].map((seed) => take(seed)[0]);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("draws every value equally often, also where the bound divides no power of two", () => {
    const random = seededRandom(1);
    const counts = new Map<number, number>();
    const draws = 60_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const value = random.nextInt(6);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - draws / 6) ** 2 / (draws / 6), 0);
    expect(counts.size).toBe(6);
    // The 99.9 % point of chi-square with 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(20.515);
  });

  it("favours no value of a bound close to 2^32, where leftover words would make every third value twice as likely", () => {
    const random = seededRandom(4);
    const draws = 3000;
    const thirds = Array.from({ length: draws }, () => random.nextInt(3 * 2 ** 30) % 3).filter((rest) => rest === 0).length;
    expect(Math.abs(thirds / draws - 1 / 3)).toBeLessThan(0.035);
  });

  it("gives units with mean 1/2 and variance 1/12, and first units of neighbouring seeds are not related", () => {
    const random = seededRandom(2);
    const oneSeed = Array.from({ length: 20_000 }, () => random.nextUnit());
    const manySeeds = Array.from({ length: 20_000 }, (_, seed) => seededRandom(seed).nextUnit());
    for (const units of [oneSeed, manySeeds]) {
      const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
      const variance = units.reduce((sum, unit) => sum + (unit - mean) ** 2, 0) / units.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.007);
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002);
    }
  });

  it("refuses seeds and bounds that are not whole", () => {
    expect(() => seededRandom(-1)).toThrow(RangeError);
    expect(() => seededRandom(0.5)).toThrow(RangeError);
    expect(() => seededRandom(1).nextInt(0)).toThrow(RangeError);
  });
});
