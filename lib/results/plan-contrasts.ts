import type { ArmData } from "@/lib/results/arm-data";
import { sectionId } from "@/lib/results/section-of";

export type PlannedContrast = { readonly armId: string; readonly baselineId: string; readonly sectionId: string };

/**
 * Which arm is set against which. Without a baseline every arm against its own control; with one, every arm against the arm of its
 * section and model that has that condition. Pure.
 */
export function planContrasts(arms: readonly ArmData[], baseline: string | null): readonly PlannedContrast[] {
  return arms.flatMap((arm) => {
    const against = baseline === null ? controlOf(arm, arms) : withCondition(arm, arms, baseline);
    if (against === undefined || against.id === arm.id) return [];
    return [{ armId: arm.id, baselineId: against.id, sectionId: sectionId(arm.factors) }];
  });
}

function controlOf(arm: ArmData, arms: readonly ArmData[]): ArmData | undefined {
  const { controlKey } = arm.factors;
  if (controlKey === null) return undefined;
  return arms.find(({ experimentId, key }) => experimentId === arm.experimentId && key === controlKey);
}

function withCondition(arm: ArmData, arms: readonly ArmData[], condition: string): ArmData | undefined {
  const alike = arms.filter(({ factors }) => factors.condition === condition && factors.model === arm.factors.model);
  return alike.find(({ factors }) => sectionId(factors) === sectionId(arm.factors));
}
