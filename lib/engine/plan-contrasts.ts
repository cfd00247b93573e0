import type { Arm } from "@/lib/experiments/arm";
import { type Condition, conditionId } from "@/lib/experiments/condition";
import type { Strategy } from "@/lib/experiments/strategy";
import { treatsFirstPrompt } from "@/lib/experiments/treats-first-prompt";
import { plannedDetectableEffect } from "@/lib/stats/planned-detectable-effect";
import { smallestSignificantFlips } from "@/lib/stats/smallest-significant-flips";
import { canTreat, type PlannedSet, possibleRounds } from "./plan-draws";
import type { Assumptions, PlannedContrast } from "./plan-schema";

export type ContrastSide = {
  readonly arm: Arm;
  readonly set: PlannedSet;
  readonly condition: Condition;
  readonly strategy: Strategy;
};

/** Every arm against its control, with what a run of this size could find. */
export function planContrasts(sides: readonly ContrastSide[], assumptions: Assumptions): PlannedContrast[] {
  const compared = sides.filter(({ arm }) => arm.factors.controlKey !== null);
  return compared.map((side) => toContrast(side, compared.length, assumptions));
}

function toContrast(side: ContrastSide, family: number, assumptions: Assumptions): PlannedContrast {
  const { arm, set, condition } = side;
  const flipsNeeded = smallestSignificantFlips(assumptions.significance);
  const flipsNeededInFamily = smallestSignificantFlips(assumptions.significance / family);
  const treatable = treatableProblems(side);
  const canBeSignificant = treatable >= flipsNeededInFamily ? "yes" : treatable >= flipsNeeded ? "alone" : "no";
  const { significance, power } = assumptions;
  // Where the condition reaches fewer problems than are assumed to come out differently, only those can.
  const discordantShare = Math.min(assumptions.discordantShare, treatable / Math.max(1, set.problems));
  const effect =
    treatable === 0
      ? null
      : plannedDetectableEffect({ problems: set.problems, spread: { discordantShare }, significance, power });
  const detectablePoints = effect === null ? null : effect * 100;
  const contrast = {
    problems: set.problems,
    treatable,
    detectablePoints,
    flipsNeeded,
    flipsNeededInFamily,
    canBeSignificant,
  } as const;
  return {
    ...contrast,
    arm: arm.key,
    control: arm.factors.controlKey ?? "",
    label: `${conditionId(condition)} minus ${(arm.factors.controlKey ?? "").split(" | ").at(-1)}`,
    sentence: sentenceOf(contrast, { discordantShare, power }),
  };
}

function treatableProblems({ set, condition, strategy }: ContrastSide): number {
  const reaches = (hasVisible: boolean) =>
    canTreat(condition, set, hasVisible) &&
    (treatsFirstPrompt(strategy, set.kind) || possibleRounds(strategy, set, hasVisible) > 1);
  return (reaches(true) ? set.withVisibleTests : 0) + (reaches(false) ? set.problems - set.withVisibleTests : 0);
}

type Figures = Pick<
  PlannedContrast,
  "problems" | "treatable" | "detectablePoints" | "flipsNeeded" | "flipsNeededInFamily" | "canBeSignificant"
>;

function sentenceOf(figures: Figures, { discordantShare, power }: Pick<Assumptions, "discordantShare" | "power">): string {
  const { problems, treatable, detectablePoints, flipsNeeded, flipsNeededInFamily, canBeSignificant } = figures;
  if (treatable === 0) return `The two arms cannot differ: on none of the ${problems} problems can the condition reach a prompt.`;
  if (canBeSignificant === "no") {
    return `Cannot be significant at this N: ${flipsNeeded} problems would have to flip, all one way, and only ${treatable} can.`;
  }
  const corrected =
    canBeSignificant === "alone" ? ` Not after correction for the other contrasts: that takes ${flipsNeededInFamily} flips.` : "";
  if (detectablePoints === null) {
    return `With ${problems} problems of which ${percent(discordantShare)} come out differently no difference is found with ${percent(power)} power.${corrected}`;
  }
  return `With ${problems} problems of which ${percent(discordantShare)} come out differently, an effect under ${detectablePoints.toFixed(1)} points would be missed more often than ${percent(1 - power)} of the time.${corrected}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
