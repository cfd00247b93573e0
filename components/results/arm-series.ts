import { dashOf, type Series } from "@/components/charts/series";
import type { Column, Row } from "@/lib/formats/export/table";
import type { ArmReport, CurvePoint } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { DEFAULT_LEVEL } from "@/lib/stats/interval";

/** Curves of arms as series: the colour is the condition's, the dash tells arms of one colour apart. */
export function toSeries(arms: readonly ArmReport[], pointsOf: (arm: ArmReport) => readonly CurvePoint[]): readonly Series[] {
  const used = new Map<string, number>();
  const models = new Set(arms.map(({ modelTitle }) => modelTitle)).size;
  return arms
    .filter((arm) => pointsOf(arm).length > 0)
    .map((arm) => {
      const index = used.get(arm.colour) ?? 0;
      used.set(arm.colour, index + 1);
      return {
        id: arm.id,
        title: models > 1 ? `${arm.conditionTitle}, ${arm.modelTitle}` : arm.conditionTitle,
        colour: `var(--${arm.colour}, var(--other))`,
        dash: dashOf(index),
        points: pointsOf(arm).map(({ at, value, interval }) => ({
          x: at,
          y: value * 100,
          low: (interval?.low ?? value) * 100,
          high: (interval?.high ?? value) * 100,
        })),
      };
    });
}

/** "Whiskers: 90 % intervals", at the level that the arms' figures were made with. */
export function whiskerText(arms: readonly ArmReport[]): string {
  return `Whiskers: ${formatPercent(arms[0]?.estimates[0]?.level ?? DEFAULT_LEVEL)} intervals`;
}

/** The same curves as a table. */
export function curveTable(
  arms: readonly ArmReport[],
  curve: { readonly at: string; readonly words: string; readonly pointsOf: (arm: ArmReport) => readonly CurvePoint[] },
): { columns: readonly Column[]; rows: readonly Row[] } {
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "condition", title: "Condition", type: "text" },
    { name: "at", title: curve.at, type: "integer" },
    { name: "rate", title: "Rate (%)", type: "estimate", decimals: 2, description: curve.words },
    { name: "problems", title: "N", type: "integer" },
  ];
  const rows = arms.flatMap((arm) =>
    curve
      .pointsOf(arm)
      .map(
        ({ at, value, interval, problems }): Row => [
          arm.modelTitle,
          arm.conditionTitle,
          at,
          interval === null ? value * 100 : { value: value * 100, low: interval.low * 100, high: interval.high * 100 },
          problems,
        ],
      ),
  );
  return { columns, rows };
}
