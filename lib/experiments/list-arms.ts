import type { TaskKind } from "@/lib/benchmarks/schema";
import type { Model } from "@/lib/models/schema";
import type { Arm } from "./arm";
import { type Condition, conditionId, controlOf } from "./condition";
import type { Decoding, FrozenSpec } from "./schema";
import { roundsOf, type Strategy, strategyId } from "./strategy";
import { treatsFirstPrompt } from "./treats-first-prompt";

/** The problems of one kind of one benchmark: arms are not mixed over kinds, because their numbers mean different things. */
export type TaskSet = { readonly slug: string; readonly version: string; readonly kind: TaskKind; readonly problems: number };

type Combination = {
  readonly set: TaskSet;
  readonly model: Model;
  readonly decoding: Decoding;
  readonly strategy: Strategy;
  readonly condition: Condition;
};

/** All arms in the order benchmark, model, decoding, strategy, condition. Pure. */
export function listArms(spec: FrozenSpec, sets: readonly TaskSet[]): Arm[] {
  return combinations(spec, sets).map((combination) => ({
    key: armKey(combination),
    factors: toFactors(combination, spec.conditions),
    problems: combination.set.problems,
  }));
}

function combinations(spec: FrozenSpec, sets: readonly TaskSet[]): Combination[] {
  return sets.flatMap((set) =>
    spec.models.flatMap((model) =>
      spec.decodings.flatMap((decoding) =>
        spec.strategies
          .filter(({ decodings }) => decodings === null || decodings.includes(decoding.name))
          .flatMap((strategy) => spec.conditions.map((condition) => ({ set, model, decoding, strategy, condition }))),
      ),
    ),
  );
}

function armKey({ set, model, decoding, strategy, condition }: Combination): string {
  return [set.slug, set.kind, model.id, decoding.name, strategyId(strategy), conditionId(condition)].join(" | ");
}

function toFactors(combination: Combination, conditions: readonly Condition[]): Arm["factors"] {
  const { set, model, decoding, strategy, condition } = combination;
  const control = controlOf(condition);
  const hasControl = control !== null && conditions.some((other) => conditionId(other) === conditionId(control));
  const selection = strategy.kind === "parallel" ? strategy.selection : null;
  return {
    label: [model.title, conditionId(condition), strategyId(strategy), decoding.name].join(" · "),
    benchmark: set.slug,
    benchmarkVersion: set.version,
    taskKind: set.kind,
    model: model.id,
    condition: conditionId(condition),
    strategy: strategy.kind,
    strategyId: strategyId(strategy),
    n: strategy.n,
    rounds: roundsOf(strategy),
    decoding: decoding.name,
    temperature: decoding.temperature,
    topP: decoding.topP,
    maxTokens: decoding.maxTokens,
    selection,
    oracle: selection === "oracle",
    tests: "all scored tests",
    chainOfThought: condition.kind === "explain",
    history: strategy.kind === "sequential" ? strategy.history : null,
    firstRound: treatsFirstPrompt(strategy, set.kind) ? "treated" : "shared",
    controlKey: control !== null && hasControl ? armKey({ ...combination, condition: control }) : null,
    arguments: {},
  };
}
