import type { Column, Row } from "@/lib/formats/export/table";
import type { Report, SectionReport } from "@/lib/results/schema";

/** The differences of a section as a table for export: every number with its N, level, estimand and delivery. */
export function contrastTable(report: Report, section: SectionReport): { columns: readonly Column[]; rows: readonly Row[] } {
  const words = section.words;
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "arm", title: "Condition", type: "text" },
    { name: "baseline", title: "Baseline", type: "text" },
    {
      name: "difference",
      title: "Difference (points)",
      type: "estimate",
      decimals: 1,
      description: `Paired difference of: ${words}`,
    },
    { name: "level", title: "Level", type: "number", decimals: 2 },
    { name: "p", title: "p", type: "number", decimals: 3 },
    { name: "p_adjusted", title: `p (${section.contrastIds.length} contrasts)`, type: "number", decimals: 3 },
    { name: "correction", title: "Correction", type: "text" },
    { name: "test", title: "Test", type: "text" },
    { name: "problems", title: "N", type: "integer" },
    { name: "dropped", title: "Dropped", type: "integer" },
    { name: "fixed", title: "Fixed", type: "integer" },
    { name: "broken", title: "Broken", type: "integer" },
    { name: "both", title: "Both", type: "integer" },
    { name: "neither", title: "Neither", type: "integer" },
    { name: "baseline_rate", title: "Baseline (%)", type: "number", decimals: 2, description: words },
    { name: "arm_rate", title: "Arm (%)", type: "number", decimals: 2, description: words },
    { name: "detectable", title: "Detectable with 80 % power (points)", type: "number", decimals: 1 },
    { name: "delivered", title: "Traces delivered", type: "integer" },
    { name: "wanted", title: "Traces wanted", type: "integer" },
    { name: "oracle", title: "Oracle", type: "boolean" },
    { name: "estimand", title: "Estimand", type: "text" },
    { name: "sentence", title: "In words", type: "text" },
  ];
  const contrasts = report.contrasts.filter(({ sectionId }) => sectionId === section.id);
  const rows = contrasts.map((contrast): Row => {
    const { difference, interval, adjusted, flips, delivery } = contrast;
    const estimate =
      difference === null || interval === null
        ? toPoints(difference)
        : { value: difference * 100, low: interval.low * 100, high: interval.high * 100 };
    return [
      contrast.model,
      contrast.arm,
      contrast.baseline,
      estimate,
      contrast.level,
      contrast.pValue,
      adjusted.pValue,
      `${adjusted.method} over ${adjusted.contrasts}`,
      contrast.testedBy,
      contrast.problems,
      contrast.dropped,
      flips?.fixed ?? null,
      flips?.broken ?? null,
      flips?.both ?? null,
      flips?.neither ?? null,
      toPoints(contrast.baselineMean),
      toPoints(contrast.armMean),
      toPoints(contrast.detectable),
      delivery?.delivered ?? null,
      delivery?.wanted ?? null,
      contrast.oracle,
      contrast.words,
      contrast.sentence,
    ];
  });
  return { columns, rows };
}

function toPoints(value: number | null): number | null {
  return value === null ? null : value * 100;
}
