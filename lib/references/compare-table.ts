import { judgeCell } from "@/lib/references/judge-cell";
import type { PublishedTable } from "@/lib/references/published-table";
import type { ReferenceCell, ReferenceTable } from "@/lib/references/schema";
import type { ArmReport } from "@/lib/results/schema";

const DECIMALS = 2;

/** A published table cell by cell beside what arms give; null where none of its cells has an arm. Pure. */
export function compareTable(table: PublishedTable, arms: readonly ArmReport[]): ReferenceTable | null {
  const cells = table.rows.flatMap(({ title: row, model, cells: values }) =>
    table.columns.map(({ title: column, metric, matches }, index): ReferenceCell => {
      const arm = arms.find(({ factors }) => model !== null && factors.model === model && matches(factors));
      const value = values[index] ?? null;
      const published = value === null ? null : { value, decimals: DECIMALS };
      const judged = judgeCell(arm === undefined ? [] : [arm], { metric, published });
      return { row, column, metric, published: value, decimals: DECIMALS, ...judged };
    }),
  );
  if (cells.every(({ armId }) => armId === null)) return null;
  const { id, title, source, note } = table;
  return { id, title, source, note, cells, isAttached: false };
}
