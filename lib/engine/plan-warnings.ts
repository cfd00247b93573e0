import { carriesTrace, conditionId, controlOf } from "@/lib/experiments/condition";
import type { FrozenSpec } from "@/lib/experiments/schema";
import { strategyId } from "@/lib/experiments/strategy";
import type { PlannedSet } from "./plan-draws";
import type { Plan, PlannedContrast } from "./plan-schema";

type Input = {
  readonly spec: FrozenSpec;
  readonly sets: readonly PlannedSet[];
  readonly contrasts: readonly PlannedContrast[];
  readonly totals: Plan["totals"];
};
type Warning = Plan["warnings"][number];

/** What a reader of the results would object to, said before anything is paid for. */
export function planWarnings(input: Input): Warning[] {
  return [
    ...warnOfControls(input),
    ...warnOfContrasts(input),
    ...warnOfDecoding(input),
    ...warnOfSets(input),
    ...warnOfMoney(input),
  ];
}

function warnOfControls({ spec }: Input): Warning[] {
  const present = new Set(spec.conditions.map(conditionId));
  return spec.conditions.flatMap((condition) => {
    const control = controlOf(condition);
    if (control === null || present.has(conditionId(control))) return [];
    const message = `${conditionId(condition)} has no control: add the condition ${conditionId(control)} to see what it adds.`;
    return [{ code: "no-control", message }];
  });
}

function warnOfContrasts({ contrasts }: Input): Warning[] {
  const untreated = contrasts.filter(({ treatable }) => treatable === 0);
  const small = contrasts.filter(({ canBeSignificant, treatable }) => canBeSignificant === "no" && treatable > 0);
  const warnings: Warning[] = [];
  if (untreated.length > 0) {
    const message = `In ${untreated.length} of ${contrasts.length} contrasts the two arms cannot differ: no prompt will carry the condition.`;
    warnings.push({ code: "undeliverable", message });
  }
  if (small.length > 0) {
    const message = `${small.length} of ${contrasts.length} contrasts cannot be significant at this N, whatever the model does.`;
    warnings.push({ code: "too-few-problems", message });
  }
  const alone = contrasts.filter(({ canBeSignificant }) => canBeSignificant === "alone");
  if (alone.length > 0) {
    const message = `${alone.length} of ${contrasts.length} contrasts cannot be significant after correction for the others: too few problems.`;
    warnings.push({ code: "only-alone", message });
  }
  const blind = contrasts.filter(({ treatable, canBeSignificant, detectablePoints }) => {
    return treatable > 0 && canBeSignificant !== "no" && detectablePoints === null;
  });
  if (blind.length > 0) {
    const message = `${blind.length} of ${contrasts.length} contrasts would most likely find nothing, whatever is true: with so few problems no difference that the plan assumes is found often enough.`;
    warnings.push({ code: "underpowered", message });
  }
  return warnings;
}

function warnOfDecoding({ spec }: Input): Warning[] {
  return spec.decodings.flatMap((decoding) => {
    const several = spec.strategies.filter(
      ({ n, decodings }) => n > 1 && (decodings === null || decodings.includes(decoding.name)) && decoding.temperature === 0,
    );
    if (several.length === 0) return [];
    const names = several.map(strategyId).join(", ");
    return [
      {
        code: "greedy-repeats",
        message: `${decoding.name} is greedy (temperature 0): the samples of ${names} repeat one another.`,
      },
    ];
  });
}

function warnOfSets({ spec, sets }: Input): Warning[] {
  const warnings: Warning[] = [];
  const blind = sets.filter(({ problems, withVisibleTests }) => withVisibleTests < problems);
  if (blind.length > 0 && spec.conditions.some((condition) => condition.kind === "feedback" || carriesTrace(condition))) {
    const list = blind.map(
      ({ slug, kind, problems, withVisibleTests }) => `${slug} ${kind} ${problems - withVisibleTests} of ${problems}`,
    );
    warnings.push({
      code: "no-visible-tests",
      message: `Problems without a visible test get neither feedback nor a trace: ${list.join("; ")}.`,
    });
  }
  if (spec.strategies.some((strategy) => strategy.kind !== "single" && strategy.firstRound === "treated")) {
    const message = "With a treated first round the arms differ from their first prompt on; they share only the given program.";
    warnings.push({ code: "treated-first-round", message });
  }
  if (spec.strategies.some((strategy) => strategy.kind === "parallel" && strategy.selection === "oracle")) {
    warnings.push({
      code: "oracle",
      message: "The oracle selection looks at the hidden tests: its rate is not one that a user could get.",
    });
  }
  return warnings;
}

function warnOfMoney({ spec, totals }: Input): Warning[] {
  if (spec.budgetUsd === null) return [];
  if (totals.costUsd === null) {
    return [
      { code: "budget-without-price", message: "A budget cannot be kept for a model without a price; the run will not start." },
    ];
  }
  if (totals.costUsd.expected <= spec.budgetUsd) return [];
  const [expected, budget] = [totals.costUsd.expected, spec.budgetUsd].map((usd) => `$${usd.toFixed(2)}`);
  return [
    {
      code: "over-budget",
      message: `The expected cost of ${expected} is above the budget of ${budget}: the run will stop part-way.`,
    },
  ];
}
