import { describe, expect, test } from "vitest";
import { type FrozenSpec, frozenSpecSchema, type SpecInput } from "@/lib/experiments/schema";
import { planExperiment } from "./plan";
import type { PlannedSet } from "./plan-draws";
import { type Assumptions, assumptionsSchema } from "./plan-schema";

const version = "a".repeat(64);
const endpoint = { provider: "openai-chat" as const, modelName: "m", baseUrl: "https://example.org/v1" };

function frozen(given: Partial<SpecInput> = {}): FrozenSpec {
  return frozenSpecSchema.parse({
    name: "Plan",
    benchmarks: [{ slug: "b", version }],
    models: [
      {
        ...endpoint,
        id: "m",
        title: "M",
        price: { inputPerMillionUsd: 1, outputPerMillionUsd: 2 },
        limits: { concurrency: 10, requestsPerMinute: 60 },
      },
    ],
    conditions: ["code", "feedback", "trace:next"],
    strategies: [{ kind: "sequential", n: 4, rounds: 3 }],
    decodings: [{ name: "t", temperature: 0.8, maxTokens: 1000 }],
    promptVersion: 1,
    ...given,
  });
}

const set = (given: Partial<PlannedSet> = {}): PlannedSet => ({
  slug: "b",
  version,
  kind: "synthesis",
  problems: 100,
  promptTokens: 200,
  programTokens: 50,
  withVisibleTests: 100,
  ...given,
});
const plan = (spec: FrozenSpec, sets: PlannedSet[], assumptions: Partial<Assumptions> = {}) =>
  planExperiment({ spec, sets, assumptions: assumptionsSchema.parse(assumptions) });

describe("requests", () => {
  test("of a first round are made once for all conditions, those of later rounds for each", () => {
    const { totals } = plan(frozen(), [set()], { failingShare: 0.5 });
    // Three arms: 400 + 200 + 100 samples each. Requests: 400 shared, then three times 200 and 100.
    expect(totals.samples).toEqual({ expected: 2100, most: 3600 });
    expect(totals.requests).toEqual({ expected: 400 + 3 * 300, most: 400 + 3 * 800 });
    expect(totals.sharedRequests).toEqual({ expected: 800, most: 800 });
  });

  test("of strategies that draw from the same prompt are those of the largest", () => {
    const strategies: SpecInput["strategies"] = [
      { kind: "single", n: 10 },
      { kind: "parallel", n: 4, selection: "first" },
      { kind: "parallel", n: 4, selection: "oracle" },
    ];
    const { totals } = plan(frozen({ strategies, conditions: ["code"] }), [set()], { failingShare: 1 });
    expect(totals.requests.most).toBe(1000 + 400);
    expect(totals.samples.most).toBe(1000 + 2 * 800);
  });

  test("of repair carry the condition at once where a sample is single, and not before the second round otherwise", () => {
    const repair = set({ kind: "repair" });
    expect(plan(frozen({ strategies: [{ kind: "single", n: 2 }] }), [repair]).totals.requests.most).toBe(3 * 200);
    const sequential = plan(frozen({ strategies: [{ kind: "sequential", n: 2, rounds: 2 }] }), [repair]);
    expect(sequential.totals.requests.most).toBe(200 + 3 * 200);
    const treated = plan(frozen({ strategies: [{ kind: "sequential", n: 2, rounds: 2, firstRound: "treated" }] }), [repair]);
    expect(treated.totals.requests.most).toBe(3 * 200 + 3 * 200);
    expect(treated.warnings.map(({ code }) => code)).toContain("treated-first-round");
  });

  test("of predictions are one per sample, whatever the rounds", () => {
    const { totals, arms } = plan(frozen(), [set({ kind: "output-prediction", withVisibleTests: 40 })]);
    // 40 problems with an example: three prompts; 60 without: one for all conditions.
    expect(totals.requests.most).toBe(4 * (3 * 40 + 60));
    expect(arms.every(({ samples }) => samples.most === 400)).toBe(true);
  });
});

test("cost is that of the shared requests, and unknown where a model has no price", () => {
  const conditions: SpecInput["conditions"] = ["code"];
  const one = frozen({ conditions, strategies: [{ kind: "single", n: 1 }] });
  const { totals } = plan(one, [set()], { answerTokens: 300 });
  expect(totals.costUsd?.expected).toBeCloseTo((100 * 200 * 1 + 100 * 300 * 2) / 1e6, 10);
  expect(totals.costUsd?.most).toBeCloseTo((100 * 200 * 1 + 100 * 1000 * 2) / 1e6, 10);
  const unpriced = frozen({ models: [{ ...endpoint, id: "m", title: "M" }], budgetUsd: 1 });
  expect(plan(unpriced, [set()]).totals.costUsd).toBeNull();
  expect(plan(unpriced, [set()]).warnings.map(({ code }) => code)).toContain("budget-without-price");
});

test("time is bounded by the rate where that is slower than the answers", () => {
  const one = frozen({ conditions: ["code"], strategies: [{ kind: "single", n: 1 }] });
  expect(plan(one, [set()], { secondsPerAnswer: 1 }).totals.seconds.expected).toBe(100);
  expect(plan(one, [set()], { secondsPerAnswer: 30 }).totals.seconds.expected).toBe(300);
});

describe("contrasts", () => {
  test("go up the ladder one step at a time", () => {
    const { contrasts } = plan(frozen(), [set()]);
    expect(contrasts.map(({ label }) => label)).toEqual(["feedback minus code", "trace:next minus feedback"]);
  });

  test("say what can be detected, as published", () => {
    const detectable = (problems: number, discordantShare: number) =>
      plan(frozen(), [set({ problems, withVisibleTests: problems })], { discordantShare }).contrasts[0]?.detectablePoints;
    expect(detectable(164, 0.2)).toBeCloseTo(9.8, 1);
    expect(detectable(164, 0.1)).toBeCloseTo(6.9, 1);
    expect(detectable(378, 0.05)).toBeCloseTo(3.2, 1);
  });

  test("promise nothing of problems that the condition cannot reach", () => {
    const [reached] = plan(frozen(), [set({ problems: 400, withVisibleTests: 12 })], { discordantShare: 0.2 }).contrasts;
    // 3 % can come out differently: an effect of 6.3 points, as of 20 %, is more than all of them.
    expect(reached?.detectablePoints).toBeCloseTo(2.8016 * Math.sqrt(0.03 / 400) * 100, 2);
    expect(reached?.sentence).toContain("With 400 problems of which 3 % come out differently, an effect under 2.4 points");
  });

  test("cannot be significant where fewer problems than the exact test needs can flip", () => {
    const five = plan(frozen(), [set({ problems: 5, withVisibleTests: 5 })]);
    expect(five.contrasts[0]).toMatchObject({ canBeSignificant: "no", flipsNeeded: 6 });
    expect(five.contrasts[0]?.sentence).toContain("Cannot be significant at this N");
    expect(five.warnings.map(({ code }) => code)).toContain("too-few-problems");
    // Two contrasts: 2 · 0.5^7 < 0.025.
    expect(plan(frozen(), [set({ problems: 6, withVisibleTests: 6 })]).contrasts[0]).toMatchObject({
      canBeSignificant: "alone",
      flipsNeededInFamily: 7,
    });
    expect(plan(frozen(), [set({ problems: 7, withVisibleTests: 7 })]).contrasts[0]).toMatchObject({ canBeSignificant: "yes" });
  });

  test("cannot differ where no prompt can carry the condition", () => {
    const single = frozen({ strategies: [{ kind: "single", n: 1 }] });
    const { contrasts, warnings } = plan(single, [set()]);
    expect(contrasts.every(({ treatable, detectablePoints }) => treatable === 0 && detectablePoints === null)).toBe(true);
    expect(warnings.map(({ code }) => code)).toContain("undeliverable");
    expect(plan(frozen(), [set({ withVisibleTests: 0 })]).contrasts[0]?.treatable).toBe(0);
  });
});

test("a condition without its control, greedy repeats and the oracle are warned of", () => {
  const strategies: SpecInput["strategies"] = [{ kind: "parallel", n: 5, selection: "oracle" }];
  const spec = frozen({ conditions: ["code", "trace:next"], strategies, decodings: [{ name: "greedy", temperature: 0 }] });
  expect(plan(spec, [set()]).warnings.map(({ code }) => code)).toEqual(["no-control", "greedy-repeats", "oracle"]);
});

test("arms are the product, apart for kinds of tasks, and a strategy may be kept to some decodings", () => {
  const spec = frozen({
    strategies: [
      { kind: "single", n: 1, decodings: ["greedy"] },
      { kind: "sequential", n: 2, rounds: 2 },
    ],
    decodings: [
      { name: "greedy", temperature: 0 },
      { name: "t", temperature: 0.8 },
    ],
  });
  expect(plan(spec, [set(), set({ kind: "repair" })]).arms).toHaveLength(2 * 3 * 3);
});
