import { describe, expect, it } from "vitest";
import { oneWayDetectableEffect } from "@/lib/stats/one-way-detectable-effect";

/** P(X ≥ 6) for X binomial, summed term by term. */
function atLeastSix(problems: number, share: number): number {
  let term = (1 - share) ** problems;
  let below = 0;
  for (let count = 0; count < 6; count += 1) {
    below += term;
    term *= ((problems - count) / (count + 1)) * (share / (1 - share));
  }
  return 1 - below;
}

describe("oneWayDetectableEffect", () => {
  it.each([26, 164, 1000])("with %d problems gives six flips their 80 %%", (problems) => {
    const share = oneWayDetectableEffect({ problems }) ?? 0;
    expect(atLeastSix(problems, share)).toBeCloseTo(0.8, 10);
  });

  it("is the sixth root of the power for six problems, and nothing for five", () => {
    expect(oneWayDetectableEffect({ problems: 6 })).toBeCloseTo(0.8 ** (1 / 6), 12);
    expect(oneWayDetectableEffect({ problems: 5 })).toBeNull();
  });

  it("refuses no problems", () => {
    expect(() => oneWayDetectableEffect({ problems: 0 })).toThrow(RangeError);
    expect(() => oneWayDetectableEffect({ problems: 10, power: 1 })).toThrow(RangeError);
  });
});
