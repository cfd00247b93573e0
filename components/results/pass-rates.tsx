"use client";
import { BarChart, type BarDatum } from "@/components/charts/bar-chart";
import { ChartFigure } from "@/components/charts/chart-figure";
import { LineChart } from "@/components/charts/line-chart";
import type { Column, Row } from "@/lib/formats/export/table";
import type { ArmReport, SectionReport } from "@/lib/results/schema";
import { curveTable, toSeries, whiskerText } from "./arm-series";
import { ArmTable } from "./arm-table";
import { ModelChoice, useModel } from "./model-choice";

/** How much each arm solves: a rate with its interval, over k, and every figure that can or cannot be had. */
export function PassRates({ arms, section }: { arms: readonly ArmReport[]; section: SectionReport }) {
  const { model, models, setModel } = useModel(arms);
  const shown = arms.filter(({ modelTitle }) => modelTitle === model);
  const bars = arms.flatMap((arm) => toBar(arm, section.metric));
  const table = rateTable(arms, section.metric, section.words);
  const curves = shown.filter(({ passAtK }) => passAtK.length > 1);
  const ks = [...new Set(curves.flatMap(({ passAtK }) => passAtK.map(({ at }) => at)))].toSorted((a, b) => a - b);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <ChartFigure
        title={`${section.metric} by condition`}
        note={`${section.words} ${whiskerText(arms)} over problems.`}
        {...table}
      >
        <BarChart bars={bars} xTitle={`${section.label}, %`} />
      </ChartFigure>
      {ks.length < 2 ? null : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <ModelChoice models={models} model={model} onChange={setModel} />
          <ChartFigure
            title={`pass@k over k, ${model}`}
            note={`The chance that at least one of k samples passes, mean over problems; drawn only where every problem has k samples. ${whiskerText(arms)}.`}
            {...curveTable(curves, { at: "k", words: "pass@k, mean over problems", pointsOf: ({ passAtK }) => passAtK })}
          >
            <LineChart series={toSeries(curves, ({ passAtK }) => passAtK)} xTitle="k" yTitle="pass@k, %" xTicks={ks} />
          </ChartFigure>
        </div>
      )}
      <ArmTable arms={arms} />
    </div>
  );
}

function toBar(arm: ArmReport, metric: string): BarDatum[] {
  const estimate = arm.estimates.find((each) => each.metric === metric);
  if (estimate === undefined || estimate.value === null) return [];
  const { value, interval } = estimate;
  return [
    {
      id: arm.id,
      title: `${arm.modelTitle} · ${arm.conditionTitle}`,
      value: value * 100,
      low: (interval?.low ?? value) * 100,
      high: (interval?.high ?? value) * 100,
      colour: `var(--${arm.colour}, var(--other))`,
    },
  ];
}

function rateTable(
  arms: readonly ArmReport[],
  metric: string,
  words: string,
): { columns: readonly Column[]; rows: readonly Row[] } {
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "condition", title: "Condition", type: "text" },
    { name: "rate", title: "Rate (%)", type: "estimate", decimals: 2, description: words },
    { name: "problems", title: "N", type: "integer" },
    { name: "samples", title: "n", type: "integer" },
    { name: "temperature", title: "T", type: "number" },
    { name: "estimand", title: "Estimand", type: "text" },
  ];
  const rows = arms.flatMap((arm): Row[] => {
    const estimate = arm.estimates.find((each) => each.metric === metric);
    if (estimate === undefined) return [];
    const { value, interval, problems, samples, words: own } = estimate;
    const rate =
      value === null
        ? null
        : interval === null
          ? value * 100
          : { value: value * 100, low: interval.low * 100, high: interval.high * 100 };
    return [[arm.modelTitle, arm.conditionTitle, rate, problems, samples, arm.factors.temperature, own]];
  });
  return { columns, rows };
}
