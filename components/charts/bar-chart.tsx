"use client";
import { Bar, CartesianGrid, Cell, ErrorBar, BarChart as Recharts, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

/** A bar with its interval, in percent. */
export type BarDatum = {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
};

const ROW = 26;

/** Rates as bars from zero, each with its interval. */
export function BarChart({ bars, xTitle }: { bars: readonly BarDatum[]; xTitle: string }) {
  const rows = bars.map((bar) => ({ ...bar, error: [bar.value - bar.low, bar.high - bar.value] }));
  const height = rows.length * ROW + 60;
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 1000, height }}>
      <Recharts data={rows} layout="vertical" margin={{ top: 4, right: 24, bottom: 20, left: 4 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" horizontal={false} />
        <XAxis
          type="number"
          domain={[0, 100]}
          stroke="var(--faint)"
          tick={{ fill: "var(--soft)", fontSize: 12 }}
          label={{ value: xTitle, position: "insideBottom", offset: -12, fill: "var(--soft)", fontSize: 12 }}
        />
        <YAxis
          type="category"
          dataKey="title"
          width={300}
          interval={0}
          stroke="var(--faint)"
          tick={{ fill: "var(--ink)", fontSize: 12 }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--sunken)" }}
          formatter={(value) => `${Number(value).toFixed(1)} %`}
          contentStyle={{
            background: "var(--surface)",
            border: "1px solid var(--line-strong)",
            borderRadius: 6,
            color: "var(--ink)",
          }}
        />
        <Bar dataKey="value" name={xTitle} barSize={12} isAnimationActive={false}>
          {rows.map(({ id, colour }) => (
            <Cell key={id} fill={colour} fillOpacity={0.55} />
          ))}
          <ErrorBar isAnimationActive={false} dataKey="error" direction="x" stroke="var(--ink)" strokeWidth={1.5} width={5} />
        </Bar>
      </Recharts>
    </ResponsiveContainer>
  );
}
