"use client";
import { ChartFigure } from "@/components/charts/chart-figure";
import { LineChart } from "@/components/charts/line-chart";
import type { ArmReport } from "@/lib/results/schema";
import { curveTable, toSeries, whiskerText } from "./arm-series";
import { ModelChoice, useModel } from "./model-choice";

/** What each further round brings, per arm. */
export function Rounds({ arms }: { arms: readonly ArmReport[] }) {
  const withRounds = arms.filter(({ rounds }) => rounds.length > 1);
  const { model, models, setModel } = useModel(withRounds);
  const shown = withRounds.filter(({ modelTitle }) => modelTitle === model);
  const rounds = [...new Set(shown.flatMap((arm) => arm.rounds.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const words = shown[0]?.roundsInWords ?? "";
  return (
    <div className="grid gap-2">
      <ModelChoice models={models} model={model} onChange={setModel} />
      <ChartFigure
        title={`After each round, ${model}`}
        note={`${words} ${whiskerText(shown)} over problems. Arms that differ in round 1 differed before any trace was given.`}
        {...curveTable(shown, { at: "Round", words, pointsOf: (arm) => arm.rounds })}
      >
        <LineChart series={toSeries(shown, (arm) => arm.rounds)} xTitle="round" yTitle="solved, %" xTicks={rounds} />
      </ChartFigure>
    </div>
  );
}
