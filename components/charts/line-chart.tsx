"use client";
import {
  CartesianGrid,
  ErrorBar,
  Legend,
  Line,
  LineChart as Recharts,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Series } from "./series";

type Props = { series: readonly Series[]; xTitle: string; yTitle: string; xTicks: readonly number[] };

/** Rates over a count, each with its interval; from 0 to 100 % unless that would hide the differences. */
export function LineChart({ series, xTitle, yTitle, xTicks }: Props) {
  const rows = xTicks.map((x) =>
    Object.fromEntries([
      ["x", x],
      ...series.flatMap(({ id, points }) => {
        const point = points.find((each) => each.x === x);
        return point === undefined
          ? []
          : [
              [id, point.y],
              [`${id} error`, [point.y - point.low, point.high - point.y]],
            ];
      }),
    ]),
  );
  return (
    <ResponsiveContainer width="100%" height={360} initialDimension={{ width: 1000, height: 360 }}>
      <Recharts data={rows} margin={{ top: 8, right: 24, bottom: 20, left: 4 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="x"
          type="number"
          domain={["dataMin", "dataMax"]}
          ticks={[...xTicks]}
          stroke="var(--faint)"
          tick={{ fill: "var(--soft)", fontSize: 12 }}
          label={{ value: xTitle, position: "insideBottom", offset: -12, fill: "var(--soft)", fontSize: 12 }}
        />
        <YAxis
          domain={[0, 100]}
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
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => `${Number(value).toFixed(1)} %`}
          labelFormatter={(x) => `${xTitle} ${x}`}
          contentStyle={{
            background: "var(--surface)",
            border: "1px solid var(--line-strong)",
            borderRadius: 6,
            color: "var(--ink)",
          }}
        />
        <Legend iconType="plainline" verticalAlign="top" align="left" wrapperStyle={{ paddingBottom: 8, color: "var(--soft)" }} />
        {series.map(({ id, title, colour, dash }) => (
          <Line
            key={id}
            dataKey={id}
            name={title}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={{ r: 3, fill: colour }}
            isAnimationActive={false}
            connectNulls
          >
            <ErrorBar isAnimationActive={false} dataKey={`${id} error`} stroke={colour} strokeWidth={1} width={4} opacity={0.6} />
          </Line>
        ))}
      </Recharts>
    </ResponsiveContainer>
  );
}
