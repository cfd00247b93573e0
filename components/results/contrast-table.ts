import type { Column, Row } from "@/lib/formats/export/table";
import type { ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { pText } from "./number-text";

/** The differences of a section as a table for export: every number with its N, level, estimand and delivery. */
export function contrastTable(report: Report, section: SectionReport): { columns: readonly Column[]; rows: readonly Row[] } {
  const words = section.words;
  const contrasts = report.contrasts.filter(({ sectionId }) => sectionId === section.id);
  const [first] = contrasts;
  const level = first?.level ?? 0.95;
  const adjusted = first === undefined ? "corrected" : correctionOf(first);
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "arm", title: "Condition", type: "text" },
    { name: "baseline", title: "Baseline", type: "text" },
    {
      name: "difference",
      title: "Difference (points)",
      type: "estimate",
      decimals: 1,
      description: `Paired difference with its ${formatPercent(level)} interval of: ${words}`,
    },
    { name: "level", title: "Level", type: "number", decimals: 2, isForData: true },
    { name: "p", title: "p", type: "number", shown: pText },
    { name: "p_adjusted", title: `p (${adjusted})`, type: "number", shown: pText },
    { name: "correction", title: "Correction", type: "text", isForData: true },
    { name: "test", title: "Test", type: "text", isForData: true },
    { name: "problems", title: "N", type: "integer" },
    { name: "dropped", title: "Dropped", type: "integer" },
    { name: "fixed", title: "Fixed", type: "integer" },
    { name: "broken", title: "Broken", type: "integer" },
    { name: "both", title: "Both", type: "integer", isForData: true },
    { name: "neither", title: "Neither", type: "integer", isForData: true },
    { name: "baseline_rate", title: "Baseline (%)", type: "number", decimals: 2, description: words },
    { name: "arm_rate", title: "Arm (%)", type: "number", decimals: 2, description: words },
    {
      name: "detectable",
      title: "Detectable (points)",
      type: "number",
      decimals: 1,
      description: `Smallest true difference that would have been found with ${formatPercent(report.statistics.power)} power, uncorrected.`,
    },
    { name: "delivered", title: "Traces delivered", type: "integer" },
    { name: "wanted", title: "Traces wanted", type: "integer" },
    { name: "oracle", title: "Oracle", type: "boolean", isForData: true },
    { name: "estimand", title: "Estimand", type: "text", isForData: true },
    { name: "sentence", title: "In words", type: "text", isForData: true },
  ];
  const rows = contrasts.map((contrast): Row => {
    const { difference, interval, flips, delivery } = contrast;
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
      contrast.adjusted.pValue,
      correctionOf(contrast),
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

function correctionOf({ adjusted }: ContrastReport): string {
  return `${adjusted.method} over ${adjusted.contrasts}`;
}

function toPoints(value: number | null): number | null {
  return value === null ? null : value * 100;
}
