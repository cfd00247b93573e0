import { ScrollRegion } from "@/components/table/scroll-region";
import { type Marks, shownCell } from "@/lib/formats/export/shown-cell";
import { type Column, pairCells, type Row } from "@/lib/formats/export/table";

const marks: Marks = { plusMinus: "±", minus: "−", none: "—", text: (text) => text };

/** The numbers behind a chart. */
export function PlainTable({ caption, columns, rows }: { caption: string; columns: readonly Column[]; rows: readonly Row[] }) {
  return (
    <ScrollRegion label={`Table of ${caption}`} className="max-h-140 overflow-y-auto">
      <table className="w-full border-collapse whitespace-nowrap tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-soft">
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                title={column.description}
                className={`px-2 py-1.5 font-medium ${sideOf(column)}`}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart have no other name and never move
            <tr key={index} className="border-t border-line">
              {pairCells(columns, row).map(([column, cell]) => (
                <td key={column.name} className={`px-2 py-1 ${sideOf(column)}`}>
                  {shownCell(column, cell, marks)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function sideOf(column: Column): string {
  return column.type === "text" ? "text-left" : "text-right";
}
