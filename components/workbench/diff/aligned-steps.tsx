"use client";
import { classNames } from "@/components/ui/class-names";
import type { AlignedRow, Divergence } from "@/lib/stepping/find-divergence";

type Props = { divergence: Divergence; titles?: readonly [string, string] };

/** Two executions from a little before they part, step beside step. */
export function AlignedSteps({ divergence, titles = ["Other recording", "This recording"] }: Props) {
  const { at, common, reason, left, right } = divergence;
  const rows = Math.max(left.length, right.length);
  return (
    <div className="grid gap-3">
      <p>
        {at === null ? null : (
          <>
            The first <b className="font-semibold">{common.toLocaleString("en")}</b> {common === 1 ? "step is" : "steps are"} the
            same.{" "}
          </>
        )}
        {reason}
      </p>
      <table className="w-full table-fixed border-collapse font-mono text-xs">
        <thead className="text-left font-sans text-2xs text-faint">
          <tr>
            <th className="w-14 py-1 pr-2 text-right font-semibold">Step</th>
            <th className="py-1 pl-4 font-semibold">{titles[0]}</th>
            <th className="py-1 pl-4 font-semibold">{titles[1]}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => {
            const index = left[row]?.index ?? right[row]?.index ?? 0;
            const isFirst = index === at;
            return (
              <tr
                key={index}
                className={classNames(
                  "border-t border-line align-top",
                  isFirst && "bg-mark shadow-[inset_3px_0_0_var(--mark-edge)]",
                )}
              >
                <td className="py-1 pr-2 text-right text-faint tabular-nums">
                  {index + 1}
                  {isFirst ? <span className="sr-only"> (first difference)</span> : null}
                </td>
                <RowCell row={left[row]} />
                <RowCell row={right[row]} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function RowCell({ row }: { row: AlignedRow | undefined }) {
  if (row === undefined) return <td className="py-1 pl-4 font-sans text-faint">ended</td>;
  return (
    <td className="py-1 pr-2 pl-4 break-words">
      <span className="text-faint">L{row.line}</span> {row.source}
      <span className="block text-soft">{row.summary}</span>
    </td>
  );
}
