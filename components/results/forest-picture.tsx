import type { ArmReport, ContrastReport, SectionReport } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { formatPoints } from "@/lib/stats/format-points";
import { ForestMark } from "./forest-mark";
import { forestScale, PLOT_WIDTH } from "./forest-scale";
import { pText, rangeText } from "./number-text";

const ROW = 28;
const LABEL = 420;
const NUMBERS = 360;
const HEAD = 76;

type Props = { contrasts: readonly ContrastReport[]; arms: readonly ArmReport[]; section: SectionReport; power: number };

/** The forest plot as one drawing with its words and numbers, for papers and slides. */
export function ForestPicture({ contrasts, arms, section, power }: Props) {
  const known = contrasts.filter(({ difference }) => difference !== null);
  const scale = forestScale(known);
  const colours = new Map(arms.map(({ id, colour }) => [id, colour]));
  const width = LABEL + PLOT_WIDTH + NUMBERS + 32;
  const height = HEAD + known.length * ROW + 40;
  return (
    <svg data-chart role="img" aria-label={section.title} width={width} height={height} fontSize={13} fill="var(--ink)">
      <text x={16} y={24} fontSize={15} fontWeight={600}>
        {section.title}
      </text>
      <text x={16} y={44} fill="var(--soft)">
        {section.label}; differences in points, paired by problem, {known[0]?.adjusted.method} over {known[0]?.adjusted.contrasts}
      </text>
      {scale.ticks.map((tick) => (
        <text key={tick} x={LABEL + scale.x(tick)} y={HEAD - 8} textAnchor="middle" fontSize={11} fill="var(--soft)">
          {Math.abs(tick) < 1e-9 ? "0" : formatPoints(tick).replace(/\.0$/, "")}
        </text>
      ))}
      {known.map((contrast, index) => (
        <g key={contrast.id} transform={`translate(0 ${HEAD + index * ROW})`}>
          <text x={LABEL - 16} y={18} textAnchor="end">
            {`${contrast.arm} − ${contrast.baseline}, ${contrast.model}`.slice(0, 68)}
          </text>
          <svg x={LABEL} width={PLOT_WIDTH} height={ROW} aria-hidden="true">
            <ForestMark
              contrast={contrast}
              scale={scale}
              colour={`var(--${colours.get(contrast.armId) ?? "other"}, var(--other))`}
            />
          </svg>
          <text x={LABEL + PLOT_WIDTH + 70} y={18} textAnchor="end">
            {formatPoints(contrast.difference ?? 0)}
          </text>
          <text x={LABEL + PLOT_WIDTH + 200} y={18} textAnchor="end" fill="var(--soft)">
            {rangeText(contrast.interval)}
          </text>
          <text x={LABEL + PLOT_WIDTH + 290} y={18} textAnchor="end" fill="var(--soft)">
            p {pText(contrast.adjusted.pValue)}
          </text>
          <text x={LABEL + PLOT_WIDTH + NUMBERS} y={18} textAnchor="end" fill="var(--soft)">
            N {contrast.problems}
          </text>
        </g>
      ))}
      <text x={16} y={height - 14} fontSize={11} fill="var(--soft)">
        Band: too small to be seen with {formatPercent(power)} power. Polytrace
      </text>
    </svg>
  );
}
