import { describe, expect, it } from "vitest";
import { type Estimand, isOracle } from "@/lib/stats/estimand";
import { estimandLabel } from "@/lib/stats/estimand-label";

const greedy: Estimand = {
  metric: { kind: "pass@k", k: 1 },
  samples: 1,
  temperature: 0,
  tests: "plus",
  benchmark: "HumanEval+",
  problems: 164,
  aggregation: "problems",
};
const chains = { ...greedy, samples: 8, temperature: 0.8, tests: "hidden" } as const;

describe("estimandLabel and isOracle", () => {
  it.each([
    [greedy, "pass@1 (n = 1, T = 0, plus tests)", false],
    [{ ...chains, metric: { kind: "best-of-n" } }, "best of 8 (n = 8, T = 0.8, hidden tests, oracle)", true],
    [
      { ...chains, metric: { kind: "selected@1", rule: "majority-vote" } },
      "selected@1 by majority vote (n = 8, T = 0.8, hidden tests)",
      false,
    ],
    [
      { ...chains, rounds: { count: 5, counted: "last", stoppedBy: "visible tests" } },
      "pass@1 (n = 8, T = 0.8, hidden tests, round 5 of 5)",
      false,
    ],
    [
      { ...chains, rounds: { count: 5, counted: "last", stoppedBy: "deciding tests" } },
      "pass@1 (n = 8, T = 0.8, hidden tests, round 5 of 5, oracle)",
      true,
    ],
    [
      { ...chains, rounds: { count: 5, counted: "any", stoppedBy: "nothing" } },
      "pass@1 (n = 8, T = 0.8, hidden tests, any of 5 rounds, oracle)",
      true,
    ],
    [
      { ...chains, samples: null, temperature: null, aggregation: "samples", population: "delivered" },
      "pass@1 (n = varies, T = ?, hidden tests, pooled samples, delivered only, post hoc)",
      false,
    ],
  ] satisfies [Estimand, string, boolean][])("%j is %s", (estimand, label, oracle) => {
    expect(estimandLabel(estimand)).toBe(label);
    expect(isOracle(estimand)).toBe(oracle);
  });

  it("refuses k above n", () => {
    expect(() => estimandLabel({ ...greedy, metric: { kind: "pass^k", k: 2 } })).toThrow(RangeError);
  });
});
