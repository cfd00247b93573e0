import type { Report, SectionReport } from "@/lib/results/schema";

/** Conditions of a section with their titles, any of which can be what the others are set against; none where there is nothing to choose. */
export function baselineChoices(report: Report, section: SectionReport): readonly (readonly [string, string])[] {
  const conditions = new Map(
    report.arms.flatMap(({ sectionId, factors, conditionTitle }) =>
      sectionId === section.id && factors.condition !== null ? [[factors.condition, conditionTitle] as const] : [],
    ),
  );
  return conditions.size < 2 || report.experiment.origin === "comparison" ? [] : [...conditions];
}
