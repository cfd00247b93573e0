import { conditionId } from "@/lib/experiments/condition";
import { listArms } from "@/lib/experiments/list-arms";
import type { FrozenSpec } from "@/lib/experiments/schema";
import { strategyId } from "@/lib/experiments/strategy";
import { type ContrastSide, planContrasts } from "./plan-contrasts";
import { type DrawGroup, drawGroups, type PlannedSet, possibleRounds } from "./plan-draws";
import { planModel } from "./plan-model";
import type { Assumptions, Plan, PlannedModel, Range } from "./plan-schema";
import { planWarnings } from "./plan-warnings";

export type PlanInput = { readonly spec: FrozenSpec; readonly sets: readonly PlannedSet[]; readonly assumptions: Assumptions };

/**
 * What an experiment will be: arms, samples, requests, tokens, cost, time, and the effect that each contrast can find. Pure: the same
 * specification and problems give the same plan. Tokens in the assumptions' means; cost in US dollars; time in seconds.
 * @throws RangeError when the assumptions lie outside what the statistics accept.
 */
export function planExperiment({ spec, sets, assumptions }: PlanInput): Plan {
  const sides = listSides(spec, sets);
  const arms = sides.map((side) => planArm(side, assumptions));
  const models = spec.models.map((model) =>
    planModel({ model, spec, groups: groupsOf(model.id, { spec, sets, assumptions }), assumptions }),
  );
  const contrasts = planContrasts(sides, assumptions);
  const samples = sum(arms.map((arm) => arm.samples));
  const requests = sum(models.map((model) => model.requests));
  const costs = models.map((model) => model.costUsd).filter((cost) => cost !== null);
  const totals = {
    arms: arms.length,
    problems: sets.reduce((total, set) => total + set.problems, 0),
    samples,
    requests,
    sharedRequests: {
      expected: Math.max(0, samples.expected - requests.expected),
      most: Math.max(0, samples.most - requests.most),
    },
    promptTokens: sum(models.map((model) => model.promptTokens)),
    answerTokens: sum(models.map((model) => model.answerTokens)),
    costUsd: costs.length === models.length ? sum(costs) : null,
    seconds: slowest(models),
  };
  return { arms, models, contrasts, totals, assumptions, warnings: planWarnings({ spec, sets, contrasts, totals }) };
}

function listSides(spec: FrozenSpec, sets: readonly PlannedSet[]): ContrastSide[] {
  const conditions = new Map(spec.conditions.map((condition) => [conditionId(condition), condition]));
  const strategies = new Map(spec.strategies.map((strategy) => [strategyId(strategy), strategy]));
  return listArms(spec, sets).flatMap((arm) => {
    const condition = conditions.get(arm.factors.condition ?? "");
    const strategy = strategies.get(arm.factors.strategyId ?? "");
    const set = sets.find(({ slug, kind }) => slug === arm.factors.benchmark && kind === arm.factors.taskKind);
    return condition && strategy && set ? [{ arm, condition, strategy, set }] : [];
  });
}

function planArm({ arm, set, strategy }: ContrastSide, { failingShare }: Assumptions): Plan["arms"][number] {
  let [expected, most] = [0, 0];
  for (const hasVisible of [true, false]) {
    const problems = hasVisible ? set.withVisibleTests : set.problems - set.withVisibleTests;
    for (let round = 0; round < possibleRounds(strategy, set, hasVisible); round += 1) {
      most += problems * strategy.n;
      expected += problems * strategy.n * failingShare ** round;
    }
  }
  const { label } = arm.factors;
  return { key: arm.key, label, benchmark: set.slug, taskKind: set.kind, problems: set.problems, samples: { expected, most } };
}

export type WeighedGroup = DrawGroup & { readonly maxTokens: number };

function groupsOf(modelId: string, { spec, sets, assumptions }: PlanInput): WeighedGroup[] {
  if (!spec.models.some(({ id }) => id === modelId)) return [];
  return sets.flatMap((set) =>
    spec.decodings.flatMap((decoding) => {
      const strategies = spec.strategies.filter(({ decodings }) => decodings === null || decodings.includes(decoding.name));
      const pairs = strategies.flatMap((strategy) => spec.conditions.map((condition) => ({ strategy, condition })));
      const groups = drawGroups(set, pairs, assumptions);
      const writesTests = strategies.some((strategy) => strategy.kind === "parallel" && strategy.selection === "generated-tests");
      const programs = set.kind === "synthesis" || set.kind === "repair";
      const tests =
        writesTests && programs ? [{ round: 0, expected: set.problems, most: set.problems, promptTokens: set.promptTokens }] : [];
      return [...groups, ...tests].map((group) => ({ ...group, maxTokens: decoding.maxTokens }));
    }),
  );
}

function slowest(models: readonly PlannedModel[]): Range {
  const longest = (pick: (model: PlannedModel) => number) => Math.max(0, ...models.map(pick));
  return { expected: longest((model) => model.seconds.expected), most: longest((model) => model.seconds.most) };
}

function sum(ranges: readonly Range[]): Range {
  return ranges.reduce((total, range) => ({ expected: total.expected + range.expected, most: total.most + range.most }), {
    expected: 0,
    most: 0,
  });
}
