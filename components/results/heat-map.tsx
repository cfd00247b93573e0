"use client";
import { useState } from "react";
import type { ArmReport } from "@/lib/results/schema";
import { rateText } from "./number-text";
import { shorten } from "./shorten";

const LABEL = 320;
const ROW = 18;
const WIDTH = 1160;

type Cell = { readonly task: string; readonly arm: ArmReport; readonly value: number | null };
type Props = {
  tasks: readonly string[];
  rows: readonly { readonly arm: ArmReport; readonly values: readonly (number | null)[] }[];
};

/** Arms by problems; the stronger the colour, the more often solved, hatched is unknown. Cells of one value beside each other are drawn as one. */
export function HeatMap({ tasks, rows }: Props) {
  const [cell, setCell] = useState<Cell | null>(null);
  const width = Math.max(1.2, (WIDTH - LABEL) / Math.max(1, tasks.length));
  const height = rows.length * ROW;
  const isOneModel = new Set(rows.map(({ arm }) => arm.modelTitle)).size === 1;
  return (
    <div>
      <p aria-live="polite" className="mb-2 h-5 truncate text-soft">
        {cell === null
          ? "Point at a cell to read it; the table has all of them."
          : `${cell.task} · ${cell.arm.modelTitle} · ${cell.arm.conditionTitle}: ${rateText(cell.value)}`}
      </p>
      <div className="overflow-x-auto">
        <svg
          data-chart
          role="img"
          aria-label={`${rows.length} arms by ${tasks.length} problems`}
          width={LABEL + width * tasks.length}
          height={height}
          onMouseMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const row = rows[Math.floor((event.clientY - box.top) / ROW)];
            const index = Math.floor((event.clientX - box.left - LABEL) / width);
            const task = tasks[index];
            setCell(row === undefined || task === undefined ? null : { task, arm: row.arm, value: row.values[index] ?? null });
          }}
          onMouseLeave={() => setCell(null)}
        >
          <defs>
            <pattern id="unknown" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" fill="var(--sunken)" />
              <line x1="0" y1="0" x2="0" y2="5" stroke="var(--line-strong)" strokeWidth="1.5" />
            </pattern>
          </defs>
          {rows.map(({ arm, values }, index) => (
            <g key={arm.id} transform={`translate(0 ${index * ROW})`}>
              <text x={LABEL - 8} y={ROW - 5} textAnchor="end" fontSize={11.5} fill="var(--ink)">
                {shorten(isOneModel ? arm.conditionTitle : `${arm.modelTitle} · ${arm.conditionTitle}`)}
              </text>
              {runs(values).map(({ start, length, value }) => (
                <rect
                  key={start}
                  x={LABEL + start * width}
                  y={1}
                  width={Math.max(0.5, length * width - (width > 4 ? 1 : 0))}
                  height={ROW - 2}
                  fill={value === null ? "url(#unknown)" : "var(--accent)"}
                  fillOpacity={value === null ? 1 : 0.14 + 0.86 * value}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Neighbours of equal value as one, so that a thousand problems are a few hundred shapes; wide cells stay apart to be counted. */
function runs(values: readonly (number | null)[]): readonly { start: number; length: number; value: number | null }[] {
  const found: { start: number; length: number; value: number | null }[] = [];
  const isCounted = values.length <= 200;
  for (const [index, value] of values.entries()) {
    const last = found.at(-1);
    if (!isCounted && last !== undefined && last.value === value) last.length += 1;
    else found.push({ start: index, length: 1, value });
  }
  return found;
}
