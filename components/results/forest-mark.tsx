import type { ContrastReport } from "@/lib/results/schema";
import { type ForestScale, PLOT_WIDTH } from "./forest-scale";

const HEIGHT = 28;

type Props = { contrast: ContrastReport; scale: ForestScale; colour: string };

/** A difference as a dot on its interval, over the band of what could not have been seen. */
export function ForestMark({ contrast, scale, colour }: Props) {
  const { difference, interval, detectable } = contrast;
  if (difference === null) return null;
  const { x, limit } = scale;
  const unseen = Math.min(detectable ?? limit, limit);
  const isCut = interval !== null && (interval.low < -limit || interval.high > limit);
  return (
    <svg width={PLOT_WIDTH} height={HEIGHT} aria-hidden="true" className="block">
      <rect x={x(-unseen)} width={x(unseen) - x(-unseen)} height={HEIGHT} fill="var(--sunken)" />
      <line x1={x(0)} x2={x(0)} y1={0} y2={HEIGHT} stroke="var(--line-strong)" />
      {interval === null ? null : (
        <line
          x1={x(interval.low)}
          x2={x(interval.high)}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={isCut ? "4 3" : undefined}
        />
      )}
      <circle cx={x(difference)} cy={HEIGHT / 2} r={4.5} fill={colour} />
    </svg>
  );
}
