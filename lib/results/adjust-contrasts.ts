import { describeContrast, type RawContrast } from "@/lib/results/build-contrast";
import type { ContrastReport, Correction } from "@/lib/results/schema";
import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import { holm } from "@/lib/stats/holm";

/** Adjusts the p-values of contrasts that are shown together, each section a family of its own. Pure. */
export function adjustContrasts(contrasts: readonly RawContrast[], correction: Correction): readonly ContrastReport[] {
  const families = Map.groupBy(contrasts, ({ setting }) => setting.sectionId);
  return [...families.values()].flatMap((family) => adjustFamily(family, correction));
}

function adjustFamily(family: readonly RawContrast[], correction: Correction): readonly ContrastReport[] {
  const raw = family.map(({ paired }) => paired?.pValue ?? null);
  const adjusted = correction === "holm" ? holm(raw) : benjaminiHochberg(raw);
  const tested = raw.filter((pValue) => pValue !== null).length;
  const method = correction === "holm" ? "Holm" : "Benjamini–Hochberg";
  return family.map((contrast, index) =>
    describeContrast(contrast, { method, contrasts: Math.max(1, tested), pValue: adjusted[index] ?? null }),
  );
}
