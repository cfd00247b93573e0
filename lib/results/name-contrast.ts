import type { ArmReport } from "@/lib/results/schema";

/** Names of two arms, with what else tells them apart where the conditions do not. Pure. */
export function nameContrast(arm: ArmReport, baseline: ArmReport): { arm: string; baseline: string } {
  if (arm.modelTitle !== baseline.modelTitle) {
    return { arm: `${arm.conditionTitle}, ${arm.modelTitle}`, baseline: `${baseline.conditionTitle}, ${baseline.modelTitle}` };
  }
  if (arm.conditionTitle === baseline.conditionTitle) return { arm: arm.label, baseline: baseline.label };
  return { arm: arm.conditionTitle, baseline: baseline.conditionTitle };
}
