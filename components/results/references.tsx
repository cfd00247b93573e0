import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/table/scroll-region";
import { Hint } from "@/components/ui/hint";
import type { ReferenceTable } from "@/lib/references/schema";
import { AttachTable, RemoveTable } from "./attach-table";
import { UNKNOWN } from "./number-text";
import { usePinned } from "./pinned";

const marks = { reproduced: "=", "as-wrong": "≈", "one-of-several": "∈", differs: "≠", missing: "" } as const;

const says = {
  reproduced: "The raw results give this figure, to its last printed digit.",
  "as-wrong": "The raw results give this figure only when infrastructure errors are counted as wrong answers.",
  "one-of-several": "Several arms fit this cell, and one of them gives this figure.",
  differs: "The raw results give another figure.",
  missing: "There are no raw results for this cell here.",
  silent: "The raw results for this cell give no figure.",
} as const;

type Cell = ReferenceTable["cells"][number];
const LISTED = 6;

/** Published figures beside what the raw results give, cell by cell. */
export function References({ tables, experimentId }: { tables: readonly ReferenceTable[]; experimentId: string | null }) {
  const pinned = usePinned();
  const canChange = experimentId !== null && pinned === null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {tables.map((table) => (
        <PublishedTable key={table.id} table={table}>
          {canChange && table.isAttached ? <RemoveTable experimentId={experimentId} table={table} /> : null}
        </PublishedTable>
      ))}
      {tables.length === 0 ? (
        <p className="max-w-180 text-soft">
          No published table is attached. Attach one as CSV, a row per model and a column per figure (such as <code>pass@1</code>,{" "}
          <code>i@5</code>, <code>seq_NExT</code> or <code>par_w/o</code>), and each of its cells is compared with what these
          results give.
        </p>
      ) : null}
      {canChange ? <AttachTable experimentId={experimentId} /> : null}
    </div>
  );
}

function PublishedTable({ table: { title, source, note, cells }, children }: { table: ReferenceTable; children: ReactNode }) {
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...Map.groupBy(cells, ({ row }) => row)];
  const found = cells.filter(({ agrees }) => agrees !== "missing");
  const differing = found.filter(({ agrees }) => agrees === "differs");
  const silent = cells.filter((cell) => kindOf(cell) === "silent" && cell.published !== null);
  return (
    <section aria-label={title}>
      <div className="flex items-start gap-3">
        <h2 className="grow font-semibold">{title}</h2>
        {children}
      </div>
      <p className="text-soft">
        {source}. {note} {found.length - differing.length} of {found.length} cells with figures here are reproduced.
        {silent.length === 0 ? null : ` ${silent.length} have raw results that give no figure.`}{" "}
        {cells.length - found.length - silent.length} have none.{" "}
        <span aria-hidden="true">
          = reproduced · ≈ with errors counted as wrong · ∈ by one of several arms · ≠ differs, then what they give · grey without
          a figure here
        </span>
      </p>
      {differing.length === 0 ? null : (
        <ul className="mt-1 text-warn">
          {differing.slice(0, LISTED).map((cell) => (
            <li key={`${cell.row}\n${cell.column}`}>{differenceText(cell)}</li>
          ))}
          {differing.length > LISTED ? <li>And {differing.length - LISTED} more, marked ≠.</li> : null}
        </ul>
      )}
      <ScrollRegion label={`Cells of ${title}`} className="mt-2 rounded-lg border border-line bg-surface">
        <table className="w-full border-collapse text-right whitespace-nowrap tabular-nums">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="py-2 pl-4 text-left font-medium">
                Published, in %
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-2.5 font-medium last:pr-4">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([row, own]) => (
              <tr key={row} className="border-t border-line">
                <th scope="row" className="h-7 pl-4 text-left font-normal">
                  {row}
                </th>
                {columns.map((column) => (
                  <td key={column} className="px-2.5 last:pr-4">
                    <Published cell={own.find((cell) => cell.column === column)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function kindOf({ agrees, armId }: Cell): keyof typeof says {
  return agrees === "missing" && armId !== null ? "silent" : agrees;
}

function differenceText({ row, column, published, found, decimals, explanation }: Cell): string {
  const why = explanation === null ? "" : ` ${explanation}`;
  return `${row}, ${column}: published ${published?.toFixed(decimals)}, the raw results give ${found?.toFixed(decimals)}.${why}`;
}

function Published({ cell }: { cell: Cell | undefined }) {
  if (cell === undefined || cell.published === null) return <span className="text-faint">{UNKNOWN}</span>;
  const { published, decimals, agrees, found, words, explanation } = cell;
  const ours = found === null ? "" : ` Here: ${found.toFixed(2)} %.`;
  const said = says[kindOf(cell)];
  return (
    <Hint
      text={[`${said}${ours}`, explanation, words].filter((part) => part !== null).join(" ")}
      className={agrees === "missing" ? "text-faint" : agrees === "differs" ? "font-semibold text-warn" : ""}
    >
      {published.toFixed(decimals)}
      <span aria-hidden="true" className="ml-1 inline-block min-w-3 text-left text-faint">
        {marks[agrees]}
        {agrees === "differs" && found !== null ? ` ${found.toFixed(decimals)}` : ""}
      </span>
      <span className="sr-only">{said}</span>
    </Hint>
  );
}
