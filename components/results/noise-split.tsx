"use client";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { Column, Row } from "@/lib/formats/export/table";
import type { ArmReport, NoiseReport } from "@/lib/results/schema";
import { shorten } from "./shorten";

const ROW = 24;
const LABEL = 330;
const WIDTH = 1000;
const PLOT = 450;

type Props = { noise: readonly NoiseReport[]; arms: ReadonlyMap<string, ArmReport> };

const columns: readonly Column[] = [
  { name: "model", title: "Model", type: "text" },
  { name: "condition", title: "Condition", type: "text" },
  { name: "problems", title: "N", type: "integer" },
  { name: "samples", title: "n", type: "integer" },
  { name: "standard_error", title: "Standard error (points)", type: "number", decimals: 2 },
  { name: "sample_share", title: "Share of its square from samples (%)", type: "number", decimals: 1 },
  { name: "twice_problems", title: "With twice the problems", type: "number", decimals: 2 },
  { name: "twice_samples", title: "With twice the samples", type: "number", decimals: 2 },
  { name: "sentence", title: "In words", type: "text" },
];

/** How much of each arm's squared error comes from the samples that were drawn, and how much from the problems that were asked. */
export function NoiseSplit({ noise, arms }: Props) {
  const nameOf = (armId: string) => `${arms.get(armId)?.modelTitle ?? ""} · ${arms.get(armId)?.conditionTitle ?? armId}`;
  const rows = noise.map((each): Row => {
    const { armId, problems, samples, standardError, sampleShare, ifTwiceTheProblems, ifTwiceTheSamples, sentence } = each;
    const arm = arms.get(armId);
    const share = sampleShare === null ? null : sampleShare * 100;
    const errors = [standardError * 100, share, ifTwiceTheProblems * 100, ifTwiceTheSamples * 100];
    return [arm?.modelTitle ?? null, arm?.conditionTitle ?? armId, problems, samples, ...errors, sentence];
  });
  return (
    <ChartFigure
      title="Would more problems or more samples help?"
      note="Squared standard error of each arm's pass@1: the coloured part comes from which samples were drawn, the rest from which problems were asked. A small coloured part: more samples would hardly help."
      columns={columns}
      rows={rows}
    >
      <div className="overflow-x-auto">
        <svg
          data-chart
          role="img"
          aria-label="Noise split of each arm"
          width={WIDTH}
          height={noise.length * ROW + 4}
          fontSize={12}
        >
          {noise.map(({ armId, sampleShare, standardError, sentence }, index) => (
            <g key={armId} transform={`translate(0 ${index * ROW})`}>
              <title>{sentence}</title>
              <text x={LABEL - 10} y={16} textAnchor="end" fill="var(--ink)">
                {shorten(nameOf(armId))}
              </text>
              <rect x={LABEL} y={6} width={PLOT} height={12} fill="var(--line)" />
              <rect x={LABEL} y={6} width={PLOT * Math.max(0, Math.min(1, sampleShare ?? 0))} height={12} fill="var(--accent)" />
              <text x={LABEL + PLOT + 10} y={16} fill="var(--soft)">
                {sampleShare === null
                  ? "nothing varies"
                  : `${(sampleShare * 100).toFixed(0)} % samples, SE ${(standardError * 100).toFixed(1)} points`}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </ChartFigure>
  );
}
