"use client";
import {
  CartesianGrid,
  ErrorBar,
  ScatterChart as Recharts,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Series } from "./series";

type Props = { series: readonly Series[]; xTitle: string; yTitle: string };

/** Two quantities of each arm against each other, the vertical one with its interval. */
export function ScatterChart({ series, xTitle, yTitle }: Props) {
  return (
    <ResponsiveContainer width="100%" height={380} initialDimension={{ width: 1000, height: 380 }}>
      <Recharts margin={{ top: 8, right: 24, bottom: 24, left: 4 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          dataKey="x"
          name={xTitle}
          type="number"
          stroke="var(--faint)"
          tick={{ fill: "var(--soft)", fontSize: 12 }}
          label={{ value: xTitle, position: "insideBottom", offset: -14, fill: "var(--soft)", fontSize: 12 }}
        />
        <YAxis
          dataKey="y"
          name={yTitle}
          stroke="var(--faint)"
          tick={{ fill: "var(--soft)", fontSize: 12 }}
          width={56}
          label={{
            value: yTitle,
            angle: -90,
            position: "insideLeft",
            fill: "var(--soft)",
            fontSize: 12,
            style: { textAnchor: "middle" },
          }}
        />
        <ReferenceLine y={0} stroke="var(--line-strong)" />
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => Number(value).toFixed(1)}
          contentStyle={{
            background: "var(--surface)",
            border: "1px solid var(--line-strong)",
            borderRadius: 6,
            color: "var(--ink)",
          }}
        />
        {series.map(({ id, title, colour, points }) => (
          <Scatter
            key={id}
            name={title}
            data={points.map((point) => ({ ...point, error: [point.y - point.low, point.high - point.y] }))}
            fill={colour}
            isAnimationActive={false}
          >
            <ErrorBar isAnimationActive={false} dataKey="error" direction="y" stroke={colour} strokeWidth={1} width={4} />
          </Scatter>
        ))}
      </Recharts>
    </ResponsiveContainer>
  );
}
