import { describe, expect, it } from "vitest";
import { holm } from "@/lib/stats/holm";
import { pairedDifference } from "@/lib/stats/paired-difference";
import { tiedGroup } from "@/lib/stats/tied-group";

const arm = (digits: string) => new Map([...digits].map((digit, index) => [`p${index}`, Number(digit)]));
const best = arm("1".repeat(30) + "0".repeat(10));
const near = arm(`${"1".repeat(28)}${"0".repeat(10)}10`);
const far = arm("1".repeat(8) + "0".repeat(32));

describe("tiedGroup", () => {
  it("ranks arms, keeps those that cannot be told from the best, and separates the rest", () => {
    const group = tiedGroup({
      arms: new Map([
        ["far", far],
        ["near", near],
        ["best", best],
      ] as const),
    });
    expect(group.arms.map(({ arm: name, tied }) => [name, tied])).toEqual([
      ["best", true],
      ["near", true],
      ["far", false],
    ]);
    expect(group).toMatchObject({ problems: 40, dropped: 0, significance: 0.05 });
  });

  it("corrects over every pair of arms", () => {
    const group = tiedGroup({
      arms: new Map([
        ["far", far],
        ["near", near],
        ["best", best],
      ] as const),
    });
    const raw = [
      [near, best],
      [far, best],
      [far, near],
    ].flatMap(([first, second]) => (first && second ? [pairedDifference({ arm: first, baseline: second }).pValue] : []));
    expect(group.arms.map(({ adjustedP }) => adjustedP)).toEqual([null, ...holm(raw).slice(0, 2)]);
  });

  it("compares only where all arms have a value, and says how many problems it dropped", () => {
    const partial = new Map<string, number | null>([...near].slice(0, 35));
    partial.set("p3", null);
    partial.set("elsewhere", 1);
    const group = tiedGroup({
      arms: new Map([
        ["best", best],
        ["partial", partial],
      ] as const),
    });
    expect(group).toMatchObject({ problems: 34, dropped: 7 });
  });

  it("ties what cannot be tested", () => {
    const group = tiedGroup({
      arms: new Map([
        ["a", arm("1")],
        ["b", arm("0")],
      ] as const),
    });
    expect(group.arms).toEqual([
      { arm: "a", mean: 1, adjustedP: null, tied: true },
      { arm: "b", mean: 0, adjustedP: null, tied: true },
    ]);
    expect(tiedGroup({ arms: new Map([["alone", best]]) }).arms).toEqual([
      { arm: "alone", mean: 0.75, adjustedP: null, tied: true },
    ]);
  });

  it("refuses no arms and arms without a common problem", () => {
    expect(() => tiedGroup({ arms: new Map() })).toThrow(RangeError);
    expect(() =>
      tiedGroup({
        arms: new Map([
          ["a", best],
          ["b", new Map([["other", 1]])],
        ] as const),
      }),
    ).toThrow(RangeError);
  });
});
