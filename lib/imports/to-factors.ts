import type { ArmFactors } from "@/lib/experiments/arm";
import type { ImportedArm } from "@/lib/imports/schema";

/** The factors of an imported arm; what no source says is null. */
export function toFactors({ key: _key, ...arm }: ImportedArm): ArmFactors {
  return {
    ...arm,
    benchmarkVersion: null,
    strategyId: null,
    decoding: null,
    topP: null,
    maxTokens: null,
    history: null,
    firstRound: null,
    controlKey: null,
  };
}

/** What two files of one run say together: the later file fills in what the earlier one left open. */
export function mergeFactors(first: ArmFactors, second: ArmFactors): ArmFactors {
  return {
    ...first,
    benchmark: first.benchmark ?? second.benchmark,
    taskKind: first.taskKind ?? second.taskKind,
    model: first.model ?? second.model,
    condition: first.condition ?? second.condition,
    strategy: first.strategy ?? second.strategy,
    n: first.n ?? second.n,
    rounds: first.rounds ?? second.rounds,
    temperature: first.temperature ?? second.temperature,
    selection: first.selection ?? second.selection,
    tests: longer(first.tests, second.tests),
    arguments: { ...second.arguments, ...first.arguments },
  };
}

/** Files with scores name more tests ("base+plus") than those with answers alone. */
function longer(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return second.length > first.length ? second : first;
}
