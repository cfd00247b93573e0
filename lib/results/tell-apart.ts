import type { ArmReport } from "@/lib/results/schema";

/**
 * Arms of one model whose source names no condition, such as files of which nothing but the name differs, are told apart by what they are
 * called where one chooses arms. Pure.
 */
export function tellApart(arms: readonly ArmReport[]): readonly ArmReport[] {
  const unnamed = Map.groupBy(
    arms.filter(({ factors }) => factors.condition === null),
    ({ modelTitle }) => modelTitle,
  );
  return arms.map((arm) => {
    const alike = arm.factors.condition === null ? (unnamed.get(arm.modelTitle) ?? []) : [];
    if (alike.length < 2) return arm;
    const isLabelled = new Set(alike.map(({ label }) => label)).size === alike.length;
    return { ...arm, conditionTitle: isLabelled ? arm.label : arm.key };
  });
}
