import { describe, expect, test } from "vitest";
import { answerSection } from "@/lib/results/answer-section";
import type { ArmReport, ContrastReport } from "@/lib/results/schema";

const noArms: ReadonlyMap<string, ArmReport> = new Map();

function contrast(values: Partial<ContrastReport>): ContrastReport {
  return {
    id: "a~b",
    sectionId: "s",
    armId: "a",
    baselineId: "b",
    arm: "Chain of thought",
    baseline: "Code only",
    model: "m",
    metric: "pass@1",
    words: "",
    oracle: false,
    difference: 0.02,
    interval: { low: -0.01, high: 0.05 },
    level: 0.95,
    standardError: 0.01,
    armMean: 0.5,
    baselineMean: 0.48,
    pValue: 0.2,
    testedBy: "t",
    adjusted: { method: "Holm", contrasts: 3, pValue: 0.6 },
    problems: 800,
    dropped: 0,
    clusters: null,
    flips: null,
    differing: 100,
    detectable: 0.04,
    decided: "undecided",
    sentence: "",
    missing: null,
    delivery: null,
    deliveredOnly: null,
    undeliveredOnly: null,
    differsIn: [],
    ...values,
  };
}

const answer = (...contrasts: readonly ContrastReport[]) => answerSection(contrasts, noArms, 0.8);

describe("answerSection", () => {
  test("where only a large effect could have been seen, it says that the problems are too few, not that there is no effect", () => {
    const few = contrast({ problems: 26, detectable: 0.29 });
    expect(answer(few, few)?.headline).toBe("No condition can be told apart from its control: 26 problems are too few to tell.");
    expect(answer(contrast({ problems: 5, detectable: null }))?.headline).toBe(
      "Chain of thought cannot be told apart from code only: 5 problems are too few to tell.",
    );
    expect(answer(contrast({}), contrast({}))?.headline).toBe("No condition can be told apart from its control.");
  });

  test("names the largest differences first, those of one condition together", () => {
    const better = (model: string, difference: number) => contrast({ model, difference, decided: "better" });
    const found = answer(
      better("x", 0.034),
      better("y", 0.096),
      contrast({ arm: "NExT", difference: -0.05, decided: "worse" }),
      contrast({}),
    );
    expect(found?.headline).toBe(
      "Chain of thought does better than code only for y (+9.6 points) and x (+3.4 points); NExT does worse than code only for m (−5.0 points). The other contrast is not distinguishable from zero.",
    );
    expect(found?.detail).toContain("4 contrasts over 3 models; 3 distinguishable from zero after Holm, 1 not.");
  });

  test("says in one sentence that all differ the same way, and never so when one does not", () => {
    const better = (difference: number, model = "m") => contrast({ model, difference, decided: "better" });
    expect(answer(better(0.03, "x"), better(0.04, "y"), better(0.05, "z"))?.headline).toBe(
      "Chain of thought does better than code only for each of 3 models, by 3.0 to 5.0 points (3 contrasts).",
    );
    expect(answer(better(0.061), better(0.091), better(0.067))?.headline).toBe(
      "Every condition does better than its control, by 6.1 to 9.1 points (3 contrasts).",
    );
    expect(answer(better(0.06), better(0.09), contrast({ difference: -0.07, decided: "worse" }))?.headline).not.toContain(
      "Every",
    );
  });

  test("does not let a finding stand without what else the arms differ in", () => {
    const found = contrast({ difference: 0.061, decided: "better", differsIn: ["strategy", "temperature"] });
    expect(answer(found)?.headline).toBe(
      "Chain of thought does better than code only for m (+6.1 points). The arms also differ in strategy and temperature.",
    );
  });

  test("says of traces that never reached a prompt that nothing about them can be told", () => {
    const never = contrast({ delivery: { delivered: 0, wanted: 26, truncated: 0, identical: 0 } });
    const some = contrast({ delivery: { delivered: 1, wanted: 26, truncated: 0, identical: 0 } });
    const sentence = "No prompt held a trace: these runs cannot tell whether traces help a model.";
    expect(answer(never, never)?.headline).toContain(sentence);
    expect(answer(never, some)?.headline).not.toContain(sentence);
  });

  test("calls oracle figures upper bounds, when all are", () => {
    const oracle = contrast({ oracle: true });
    expect(answer(oracle, oracle)?.headline).toMatch(/All figures are upper bounds \(oracle\)\.$/);
    expect(answer(oracle, contrast({}))?.headline).not.toContain("upper bounds");
  });

  test("explains intervals without zero that the correction does not let pass", () => {
    const outside = contrast({ interval: { low: 0.001, high: 0.05 }, pValue: 0.04 });
    expect(answer(outside, contrast({}))?.detail).toMatch(
      /^2 contrasts over 1 model; 1 of the 2 intervals \(95 %\) holds 0, and none is distinguishable from zero after Holm\./,
    );
  });

  test("names models that give no contrast, and the spread of what could have been seen", () => {
    const found = answer(
      contrast({ detectable: 0.2 }),
      contrast({ detectable: 0.3 }),
      contrast({ model: "silent", difference: null }),
    );
    expect(found?.detail).toMatch(/^2 contrasts over 1 model \(silent gives none\);/);
    expect(found?.detail).toContain("could not have been seen with 80 % power (median over contrasts, 20 to 30).");
    expect(answer(contrast({}), contrast({}))?.detail).toMatch(/^2 contrasts over 1 model;.*\(median over contrasts\)\.$/);
  });

  test("sets what was found where a trace reached the prompt against the other problems, where no trace can be the cause", () => {
    const only = (difference: number, problems: number, pValue: number | null = null) => ({
      difference,
      interval: null,
      pValue,
      problems,
      dropped: 0,
      words: "",
      sentence: "",
    });
    const found = [
      contrast({ difference: -0.022, deliveredOnly: only(0.041, 74) }),
      contrast({ difference: -0.087, deliveredOnly: only(0, 11) }),
    ];
    const detail =
      / On the 11 to 74 problems whose prompt did hold a trace \(post hoc\): 0\.0 to \+4\.1 points, none distinguishable from zero; on all: −8\.7 to −2\.2\.$/;
    expect(answer(...found)?.detail).toMatch(detail);
    // A contrast without such problems is no part of what they are set against.
    expect(answer(...found, contrast({ difference: -0.4 }))?.detail).toMatch(detail);
    const split = contrast({ deliveredOnly: only(0.041, 74, 0.049), undeliveredOnly: only(-0.038, 291, 0.01) });
    expect(answer(...found, split)?.detail).toContain(
      "0.0 to +4.1 points, 1 of 3 distinguishable from zero before any correction; on the 291 others, where no trace can be the cause: −3.8.",
    );
  });

  test("does not call unseeable what was just seen", () => {
    const found = contrast({ difference: 0.25, decided: "better", detectable: 0.32, problems: 8 });
    expect(answer(found)?.detail).toContain("With 8 problems an effect under about 32 points is seen with less than 80 % power.");
    expect(answer(found, contrast({}))?.detail).toContain("could not have been seen");
  });

  test("states the power that was asked for, and the median of two as what lies between them", () => {
    const two = [contrast({ detectable: 0.02 }), contrast({ detectable: 0.3 })];
    expect(answerSection(two, noArms, 0.9)?.detail).toContain(
      "under about 16 points could not have been seen with 90 % power (median over contrasts, 2.0 to 30).",
    );
  });

  test("says in how many contrasts nothing could have been seen, and counts no interval that is not there", () => {
    const none = contrast({ problems: 1, interval: null, pValue: null, decided: "unknown", detectable: null });
    expect(answer(none, none)?.detail).toBe(
      "2 contrasts over 1 model; no interval can be given, and none is distinguishable from zero after Holm. With a single problem no effect of any size could have been seen with 80 % power.",
    );
    const detail = answer(none, contrast({ detectable: 0.04 }))?.detail;
    expect(detail).toContain("every 95 % interval holds 0 (1 without one).");
    expect(detail).toContain(
      "With 1 to 800 problems no effect of any size could have been seen with 80 % power in 1 of the 2 contrasts.",
    );
  });

  test("is nothing without a known difference", () => {
    expect(answer(contrast({ difference: null }))).toBeNull();
  });
});
