import { describe, expect, it } from "vitest";
import type { Estimand } from "@/lib/stats/estimand";
import { contrastInWords, estimandInWords } from "@/lib/stats/estimand-in-words";

const passAtOne: Estimand = {
  metric: { kind: "pass@k", k: 1 },
  samples: 10,
  temperature: 0.2,
  tests: "hidden",
  benchmark: "HumanEval",
  problems: 164,
  aggregation: "problems",
};

describe("estimandInWords", () => {
  it("writes an honest pass@1", () => {
    expect(estimandInWords(passAtOne)).toBe(
      "pass@1: the chance that one sample passes the hidden tests; n = 10 samples per problem at temperature 0.2; " +
        "mean over 164 problems of HumanEval, each counting once.",
    );
  });

  it("writes the oracle that once passed for pass@1", () => {
    const oracle: Estimand = {
      ...passAtOne,
      metric: { kind: "best-of-n" },
      samples: 8,
      temperature: 0.8,
      benchmark: "LiveCodeBench easy",
      problems: 26,
      rounds: { count: 5, counted: "mean", stoppedBy: "deciding tests" },
    };
    expect(estimandInWords(oracle)).toBe(
      "best of 8: the share of problems for which at least one of 8 samples passes the hidden tests; n = 8 samples per problem at " +
        "temperature 0.8; the mean of the figures after each of 5 rounds, which is the figure of no single round; a chain stops once " +
        "the very tests that decide pass; mean over 26 problems of LiveCodeBench easy, each counting once. Oracle: it uses the verdicts " +
        "it reports to choose or to stop, so it is an upper bound, not a result one could have.",
    );
  });

  it.each([
    [{ metric: { kind: "pass@k", k: 5 } }, "pass@5: the chance that at least one of 5 samples passes the hidden tests"],
    [{ metric: { kind: "pass^k", k: 5 } }, "pass^5: the chance that all of 5 samples pass the hidden tests"],
    [{ metric: { kind: "selected@1", rule: "first" } }, "selected@1: the share of problems for which the first sample passes"],
    [
      { metric: { kind: "selected@1", rule: "public-tests" } },
      "the first sample that passes the visible tests, or the first of all where none",
    ],
    [{ tests: "base and plus" }, "passes the base and the added (plus) tests"],
    [{ tests: "visible" }, "passes the visible tests, which the strategy also saw"],
    [{ samples: 1, temperature: 0 }, "n = 1 sample per problem, greedy (temperature 0)"],
    [{ samples: null, temperature: null }, "differing numbers of samples per problem at an unknown temperature"],
    [{ problems: 1 }, "mean over 1 problem of HumanEval"],
    [{ aggregation: "samples" }, "in one pot, so that problems with more samples weigh more"],
    [{ population: "delivered" }, "Only problems whose prompt held the treatment, a choice made after the fact (post hoc)."],
    [
      { rounds: { count: 3, counted: "last", stoppedBy: "visible tests" } },
      "after round 3 of 3; a chain stops once the visible tests pass; mean",
    ],
    [{ rounds: { count: 3, counted: "any", stoppedBy: "nothing" } }, "after any of 3 rounds, whichever passes; mean over"],
  ] satisfies [Partial<Estimand>, string][])("with %j says “%s”", (change, words) => {
    expect(estimandInWords({ ...passAtOne, ...change })).toContain(words);
  });

  it("refuses k above n and counts that are none", () => {
    expect(() => estimandInWords({ ...passAtOne, metric: { kind: "pass@k", k: 11 } })).toThrow(
      "pass@11 cannot be estimated from 10 samples per problem.",
    );
    expect(() => estimandInWords({ ...passAtOne, problems: 0 })).toThrow(RangeError);
    expect(() => estimandInWords({ ...passAtOne, temperature: -1 })).toThrow(RangeError);
  });
});

describe("contrastInWords", () => {
  it("names the arms, the pairing and the estimand of both", () => {
    expect(contrastInWords({ estimand: passAtOne, arm: "Concise", baseline: "feedback" })).toMatch(
      /^Concise minus feedback, paired by problem on the 164 problems that both have, of pass@1: the chance .* each counting once\.$/,
    );
  });
});
