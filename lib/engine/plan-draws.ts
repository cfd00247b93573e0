import { type Condition, carriesTrace, conditionId } from "@/lib/experiments/condition";
import type { TaskSet } from "@/lib/experiments/list-arms";
import { roundsOf, type Strategy } from "@/lib/experiments/strategy";
import { isPrediction, treatsFirstPrompt } from "@/lib/experiments/treats-first-prompt";
import type { Assumptions } from "./plan-schema";

/** A task set with what its prompts weigh, on average, and how many of its problems have a test that may be shown. */
export type PlannedSet = TaskSet & {
  readonly promptTokens: number;
  readonly programTokens: number;
  readonly withVisibleTests: number;
};

/** Requests that are made once and serve every arm that would send the same prompt for the same chain and round. */
export type DrawGroup = {
  readonly round: number;
  readonly expected: number;
  readonly most: number;
  readonly promptTokens: number;
};

/** Whether a condition can add anything to a prompt about a problem of this kind, with or without visible tests. */
export function canTreat(condition: Condition, set: PlannedSet, hasVisible: boolean): boolean {
  if (condition.kind === "code") return false;
  return hasVisible || (condition.kind === "explain" && isPrediction(set.kind));
}

/** How many rounds a chain can really have: without a visible test nothing is known to fail. */
export function possibleRounds(strategy: Strategy, set: PlannedSet, hasVisible: boolean): number {
  return isPrediction(set.kind) || !hasVisible ? 1 : roundsOf(strategy);
}

type Pair = { readonly strategy: Strategy; readonly condition: Condition };

/** The groups of one task set, model and decoding. */
export function drawGroups(set: PlannedSet, pairs: readonly Pair[], assumptions: Assumptions): DrawGroup[] {
  return [true, false].flatMap((hasVisible) => {
    const problems = hasVisible ? set.withVisibleTests : set.problems - set.withVisibleTests;
    if (problems === 0) return [];
    const groups = new Map<string, DrawGroup>();
    for (const pair of pairs) addPair(groups, { pair, set, hasVisible, problems, assumptions });
    return [...groups.values()];
  });
}

type Addition = { pair: Pair; set: PlannedSet; hasVisible: boolean; problems: number; assumptions: Assumptions };

function addPair(groups: Map<string, DrawGroup>, addition: Addition): void {
  const { pair, set, hasVisible, problems, assumptions } = addition;
  for (let round = 1; round <= possibleRounds(pair.strategy, set, hasVisible); round += 1) {
    const most = pair.strategy.n * problems;
    const group = {
      round,
      most,
      expected: most * assumptions.failingShare ** (round - 1),
      promptTokens: promptTokens(addition, round),
    };
    const key = groupKey(addition, round);
    const known = groups.get(key);
    if (known === undefined || known.most < most) groups.set(key, group);
  }
}

function groupKey({ pair: { strategy, condition }, set, hasVisible }: Addition, round: number): string {
  const treatedFirst = treatsFirstPrompt(strategy, set.kind) && canTreat(condition, set, hasVisible);
  if (round === 1) return treatedFirst ? `1 ${conditionId(condition)}` : "1 shared";
  const history = strategy.kind === "sequential" && round > 2 ? strategy.history : "last";
  return [round, conditionId(condition), history, treatedFirst ? "treated" : "shared"].join(" ");
}

function promptTokens({ pair: { strategy, condition }, set, hasVisible, assumptions }: Addition, round: number): number {
  const treated = canTreat(condition, set, hasVisible) && (round > 1 || treatsFirstPrompt(strategy, set.kind));
  const trace = carriesTrace(condition) ? Math.min(assumptions.traceTokens, condition.budget ?? assumptions.traceTokens) : 0;
  const information = treated ? assumptions.feedbackTokens + trace : 0;
  const attempts = round === 1 ? 0 : strategy.kind === "sequential" && strategy.history === "all" ? round - 1 : 1;
  return set.promptTokens + information + attempts * set.programTokens;
}
