import type { ArmReport, ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { formatPValue } from "@/lib/stats/format-p-value";
import { formatPercent } from "@/lib/stats/format-percent";
import { significanceOf } from "@/lib/stats/significance-of";

/** A report for a terminal: the answer first, then what it stands on. Pure. */
export function printReport(report: Report): string {
  const { experiment, statistics, warnings, sections } = report;
  const lines = [
    experiment.name,
    experiment.description,
    `${formatPercent(statistics.level)} intervals, ${statistics.correction === "holm" ? "Holm" : "Benjamini–Hochberg"} over the contrasts of a section, statistics ${statistics.version}`,
    "",
    ...warnings.map(({ severity, message }) => `${severity === "note" ? "·" : "!"} ${message}`),
    ...sections.flatMap((section) => printSection(section, report)),
    ...report.references.flatMap(({ title, source, cells }) => [
      "",
      `${title} (${source})`,
      ...cells.map(
        ({ row, column, published, found, agrees }) =>
          `  ${row} · ${column}: published ${published ?? "—"}, found ${found === null ? "—" : found.toFixed(2)} (${agrees})`,
      ),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function printSection(section: SectionReport, report: Report): readonly string[] {
  const contrasts = report.contrasts.filter(({ sectionId }) => sectionId === section.id);
  const arms = report.arms.filter(({ id }) => section.armIds.includes(id));
  return [
    "",
    `## ${section.title}`,
    `${section.label}: ${section.words}`,
    ...(section.answer === null ? [] : [section.answer.headline, section.answer.detail]),
    ...contrasts.flatMap(printContrast),
    ...arms.map((arm) => printArm(arm, section.metric)),
  ];
}

function printContrast({ sentence, adjusted, flips, deliveredOnly, undeliveredOnly, level }: ContrastReport): readonly string[] {
  const p = adjusted.pValue === null ? "p —" : formatPValue(adjusted.pValue, significanceOf(level));
  const flipped =
    flips === null ? "" : ` · fixed ${flips.fixed}, broken ${flips.broken}, both ${flips.both}, neither ${flips.neither}`;
  return [
    `  ${sentence} [${adjusted.method} ${p}${flipped}]`,
    ...[deliveredOnly, undeliveredOnly].flatMap((part) => (part === null ? [] : [`    ${part.sentence}`])),
  ];
}

function printArm(arm: ArmReport, metric: string): string {
  const estimate = arm.estimates.find((each) => each.metric === metric);
  const value =
    estimate === undefined || estimate.value === null
      ? `— (${estimate?.missing ?? "no such figure"})`
      : `${(estimate.value * 100).toFixed(2)} %${estimate.interval === null ? "" : ` [${(estimate.interval.low * 100).toFixed(1)}, ${(estimate.interval.high * 100).toFixed(1)}]`} N = ${estimate.problems}`;
  const delivery = arm.delivery === null ? "" : ` · trace in ${arm.delivery.delivered} of ${arm.delivery.wanted} prompts`;
  return `  ${arm.modelTitle} · ${arm.conditionTitle}: ${value}${delivery}`;
}
