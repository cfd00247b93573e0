"use client";
import { ChartFigure } from "@/components/charts/chart-figure";
import { ScatterChart } from "@/components/charts/scatter-chart";
import type { Column, Row } from "@/lib/formats/export/table";
import type { ArmReport, ContrastReport } from "@/lib/results/schema";
import { whiskerText } from "./arm-series";

type Props = { arms: readonly ArmReport[]; contrasts: readonly ContrastReport[] };

/** What a difference costs in tokens. */
export function Tokens({ arms, contrasts }: Props) {
  const rows = contrasts.flatMap((contrast) => {
    const arm = arms.find(({ id }) => id === contrast.armId);
    const tokens = arm === undefined ? null : tokensOf(arm);
    if (arm === undefined || tokens === null || contrast.difference === null) return [];
    return [{ arm, contrast, tokens, difference: contrast.difference }];
  });
  const columns: Column[] = [
    { name: "model", title: "Model", type: "text" },
    { name: "condition", title: "Condition", type: "text" },
    { name: "tokens", title: "Tokens per sample", type: "number", decimals: 0 },
    { name: "difference", title: "Difference (points)", type: "estimate", decimals: 1 },
  ];
  const table = rows.map(
    ({ arm, contrast, tokens, difference }): Row => [
      arm.modelTitle,
      arm.conditionTitle,
      tokens,
      contrast.interval === null
        ? difference * 100
        : { value: difference * 100, low: contrast.interval.low * 100, high: contrast.interval.high * 100 },
    ],
  );
  const series = rows.map(({ arm, contrast, tokens, difference }) => ({
    id: contrast.id,
    title: `${arm.conditionTitle}, ${arm.modelTitle}`,
    colour: `var(--${arm.colour}, var(--other))`,
    points: [
      {
        x: tokens,
        y: difference * 100,
        low: (contrast.interval?.low ?? difference) * 100,
        high: (contrast.interval?.high ?? difference) * 100,
      },
    ],
  }));
  if (rows.length === 0) return <p className="text-soft">No arm that is compared says how many tokens it took.</p>;
  return (
    <ChartFigure
      title="Tokens against difference"
      note={`Mean tokens of prompt and answer per sample, as far as the source says, against the paired difference to the control. ${whiskerText(arms)}.`}
      columns={columns}
      rows={table}
    >
      <ScatterChart series={series} xTitle="tokens per sample" yTitle="difference, points" />
    </ChartFigure>
  );
}

function tokensOf({ promptTokens, answerTokens }: ArmReport): number | null {
  return promptTokens === null && answerTokens === null ? null : (promptTokens ?? 0) + (answerTokens ?? 0);
}
