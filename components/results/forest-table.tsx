import { Fragment, lazy } from "react";
import { FigureFrame } from "@/components/charts/figure-frame";
import { ScrollRegion } from "@/components/table/scroll-region";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import type { ArmReport, ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { ForestHead } from "./forest-head";
import { ForestRow } from "./forest-row";
import { forestScale } from "./forest-scale";
import { rateText } from "./number-text";
import { usePinned } from "./pinned";

const ContrastPlainTable = lazy(() =>
  import("./contrast-plain-table").then((module) => ({ default: module.ContrastPlainTable })),
);

type Props = { report: Report; contrasts: readonly ContrastReport[]; arms: readonly ArmReport[]; section: SectionReport };

/** Differences with their intervals, grouped by model; the band around zero is what each contrast was too small to see. A phone shows the numbers alone. */
export function ForestTable({ report, contrasts, arms, section }: Props) {
  const pinned = usePinned();
  if (contrasts.length === 0) {
    return (
      <p className="text-soft">No two arms are set against each other here. The tabs have what is known of each by itself.</p>
    );
  }
  const scale = forestScale(contrasts);
  const byId = new Map(arms.map((arm) => [arm.id, arm]));
  const hasTokens = contrasts.some(({ armId }) => byId.get(armId)?.promptTokens !== null && byId.has(armId));
  const title = section.id === CHOSEN_SECTION ? "Differences of your choice, in points" : "Difference to the control, in points";
  return (
    <FigureFrame
      title={title}
      note={`Band: too small to be seen with ${formatPercent(report.statistics.power)} power. Intervals and p stand each by itself; ${contrasts[0]?.adjusted.method ?? "Holm"} decides.${pinned === null ? " A name opens its problems." : ""}`}
      plain={<ContrastPlainTable title={title} report={report} section={section} />}
      loadTable={async () => (await import("./contrast-table")).contrastTable(report, section)}
      loadPicture={async () => {
        const { ForestPicture } = await import("./forest-picture");
        return <ForestPicture contrasts={contrasts} arms={arms} section={section} power={report.statistics.power} />;
      }}
    >
      <ScrollRegion label="Differences">
        <table className="w-full border-collapse text-right whitespace-nowrap tabular-nums">
          <caption className="sr-only">{section.words}</caption>
          <ForestHead
            scale={scale}
            method={contrasts[0]?.adjusted.method ?? "Holm"}
            level={contrasts[0]?.level ?? 0.95}
            hasTokens={hasTokens}
          />
          <tbody>
            {[...Map.groupBy(contrasts, ({ model }) => model)].map(([model, own]) => (
              <Fragment key={model}>
                <tr className="border-t border-line bg-sunken">
                  <th scope="rowgroup" className="h-8.5 pl-4 text-left font-semibold">
                    {model}
                  </th>
                  <td colSpan={hasTokens ? 11 : 10} className="pr-3 text-soft">
                    {baselineText(own)}
                  </td>
                </tr>
                {own.map((contrast) => (
                  <ForestRow
                    key={contrast.id}
                    contrast={contrast}
                    arm={byId.get(contrast.armId)}
                    scale={scale}
                    hasTokens={hasTokens}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </FigureFrame>
  );
}

/** "Feedback, no trace 53.8 % (14 of 26)", once where all rows have one control on the same problems. */
function baselineText(contrasts: readonly ContrastReport[]): string {
  // Counts only where every row has them: the control of rows with and without is one and the same.
  const isCounted = contrasts.every(({ difference, flips }) => difference === null || flips !== null);
  const texts = contrasts.flatMap(({ baseline, baselineMean, problems, flips }) => {
    if (baselineMean === null) return [];
    const solved = isCounted && flips !== null ? `${flips.both + flips.broken} of ${problems}` : `N = ${problems}`;
    return [`${baseline} ${rateText(baselineMean)} (${solved})`];
  });
  const distinct = [...new Set(texts)];
  if (distinct.length === 0) return "";
  return distinct.length > 2 ? `${distinct[0]} and other controls` : distinct.join(" · ");
}
