"use client";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { Column, Row } from "@/lib/formats/export/table";
import type { ArmReport, Report, SectionReport, TiedReport } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { NoiseSplit } from "./noise-split";
import { pText } from "./number-text";

/** Which arms can be told apart at all, and what would make the numbers surer. */
export function Certainty({ report, section }: { report: Report; section: SectionReport }) {
  const tied = report.tied.filter(({ sectionId }) => sectionId === section.id);
  const noise = report.noise.filter(({ armId }) => section.armIds.includes(armId));
  const arms = new Map(report.arms.map((arm) => [arm.id, arm]));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {tied.map((group) => (
        <TiedArms key={group.model} group={group} arms={arms} words={section.words} />
      ))}
      {noise.length === 0 ? null : <NoiseSplit noise={noise} arms={arms} />}
    </div>
  );
}

type TiedProps = { group: TiedReport; arms: ReadonlyMap<string, ArmReport>; words: string };

function TiedArms({ group, arms, words }: TiedProps) {
  const { model, metric, sentence, problems } = group;
  const level = formatPercent(1 - group.significance);
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "condition", title: "Condition", type: "text" },
    { name: "rate", title: "Rate (%)", type: "number", decimals: 2, description: words },
    { name: "problems", title: "N", type: "integer" },
    { name: "p", title: "p against the best (Holm over all pairs)", type: "number", shown: pText },
    { name: "tied", title: "Tied with the best", type: "boolean" },
  ];
  const rows = group.arms.map(({ armId, mean, adjustedP, tied }): Row => {
    return [model, arms.get(armId)?.conditionTitle ?? armId, mean * 100, problems, adjustedP, tied];
  });
  const bars = group.arms.map(({ armId, mean, adjustedP, tied }, rank) => {
    const arm = arms.get(armId);
    const interval = arm?.estimates.find((estimate) => estimate.metric === metric)?.interval ?? null;
    const place = rank === 0 ? "best" : `${tied ? "tied" : "behind"}, p ${pText(adjustedP)}`;
    return {
      id: armId,
      title: `${arm?.conditionTitle ?? armId} (${place})`,
      value: mean * 100,
      low: (interval?.low ?? mean) * 100,
      high: (interval?.high ?? mean) * 100,
      colour: tied ? `var(--${arm?.colour ?? "other"}, var(--other))` : "var(--faint)",
    };
  });
  return (
    <ChartFigure title={`Arms that cannot be told from the best, ${model}`} note={sentence} columns={columns} rows={rows}>
      <BarChart bars={bars} xTitle={`${metric}, %; whiskers: ${level} intervals, which do not decide`} />
    </ChartFigure>
  );
}
