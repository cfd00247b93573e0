import { describe, expect, it } from "vitest";
import { classifyFlips } from "@/lib/stats/classify-flips";
import { pairValues } from "@/lib/stats/pair-values";

const outcomes = (digits: string) => new Map([...digits].map((digit, index) => [`p${index}`, Number(digit)]));

describe("classifyFlips", () => {
  it("sorts every common problem into one of four", () => {
    const flips = classifyFlips(pairValues({ arm: outcomes("1110010111"), baseline: outcomes("1010100101") }));
    expect(flips).toEqual({
      fixed: ["p1", "p5", "p8"],
      broken: ["p4"],
      both: ["p0", "p2", "p7", "p9"],
      neither: ["p3", "p6"],
    });
  });

  it("refuses rates over several samples, and nothing at all", () => {
    const rates = pairValues({ arm: new Map([["a", 0.5]]), baseline: new Map([["a", 1]]) });
    expect(() => classifyFlips(rates)).toThrow("Problem a has the values 0.5 and 1; flips need 0 or 1.");
    expect(() => classifyFlips(pairValues({ arm: outcomes(""), baseline: outcomes("1") }))).toThrow(RangeError);
  });
});
