import { describe, expect, it } from "vitest";
import { type Answer, answerSentence } from "@/lib/stats/answer-sentence";

const answer: Answer = {
  arm: "Concise",
  baseline: "feedback",
  about: ["Qwen2.5-Coder-7B"],
  difference: 0.021,
  interval: { low: -0.04, high: 0.082 },
  level: 0.95,
  problems: 26,
  dropped: 0,
  pValue: 0.48,
  detectable: 0.18,
};

describe("answerSentence", () => {
  it("says that a contrast is not distinguishable from zero and what could not have been seen", () => {
    expect(answerSentence(answer)).toBe(
      "Concise minus feedback, Qwen2.5-Coder-7B: +2.1 points, 95 % −4.0 to +8.2, N = 26: not distinguishable from zero; " +
        "an effect under 18 points could not have been seen with 80 % power.",
    );
  });

  it("says that a contrast is distinguishable, with its p-values", () => {
    const found = { ...answer, interval: { low: 0.01, high: 0.032 }, problems: 800, pValue: 0.0002 };
    expect(answerSentence(found)).toBe(
      "Concise minus feedback, Qwen2.5-Coder-7B: +2.1 points, 95 % +1.0 to +3.2, N = 800: distinguishable from zero (p < 0.001).",
    );
    const corrected = { ...found, correction: { method: "Holm", contrasts: 12, pValue: 0.0024 } } as const;
    expect(answerSentence(corrected)).toContain(
      "distinguishable from zero (p < 0.001, after Holm over 12 contrasts p = 0.0024).",
    );
  });

  it("lets the corrected p decide, and explains an interval that seems to say otherwise", () => {
    const lost = {
      ...answer,
      interval: { low: 0.002, high: 0.04 },
      pValue: 0.03,
      correction: { method: "Holm", contrasts: 12, pValue: 0.36 },
    } as const;
    expect(answerSentence(lost)).toContain(
      ": not distinguishable from zero (p = 0.03, after Holm over 12 contrasts p = 0.36); an effect",
    );
    expect(answerSentence({ ...answer, interval: { low: 0.002, high: 0.04 }, pValue: 0.06 })).toContain(
      "from zero (the interval is approximate, the exact test decides: p = 0.06);",
    );
  });

  it("does not call p = 0.05 distinguishable", () => {
    expect(answerSentence({ ...answer, pValue: 0.05 })).toContain("not distinguishable from zero;");
    const found = { ...answer, interval: { low: 0.0001, high: 0.04 }, pValue: 0.0499 };
    expect(answerSentence(found)).toContain(": distinguishable from zero (p = 0.0499).");
  });

  it("explains an interval that holds zero beside an exact test that finds a difference", () => {
    expect(answerSentence({ ...answer, pValue: 0.031 })).toContain(
      "95 % −4.0 to +8.2, N = 26: distinguishable from zero (the interval is approximate, the exact test decides: p = 0.031).",
    );
  });

  it("counts what was dropped", () => {
    expect(answerSentence({ ...answer, dropped: 3 })).toContain("N = 26 (3 dropped, not known in both): ");
  });

  it("says what is unknown instead of inventing it", () => {
    const unknown = { ...answer, interval: null, pValue: null, detectable: null, problems: 1, about: [] };
    expect(answerSentence(unknown)).toBe(
      "Concise minus feedback: +2.1 points, 95 % interval unknown, N = 1: too few problems to test; " +
        "no effect of any size could have been seen with 80 % power.",
    );
  });

  it("follows another level and another power", () => {
    const strict = { ...answer, level: 0.99, pValue: 0.02, power: 0.9, detectable: 0.0432 };
    expect(answerSentence(strict)).toContain(
      "99 % −4.0 to +8.2, N = 26: not distinguishable from zero; an effect under 4.3 points",
    );
    expect(answerSentence(strict)).toContain("with 90 % power");
  });

  it("refuses what is no contrast", () => {
    expect(() => answerSentence({ ...answer, problems: 0 })).toThrow(RangeError);
    expect(() => answerSentence({ ...answer, difference: Number.NaN })).toThrow(RangeError);
    expect(() => answerSentence({ ...answer, level: 95 })).toThrow(RangeError);
  });
});
