import type { PublishedTable } from "@/lib/references/published-table";
import type { ReferenceCell, ReferenceTable } from "@/lib/references/schema";
import type { ArmReport } from "@/lib/results/schema";

const DECIMALS = 2;

/** A published table cell by cell beside what arms give; null where none of its cells has an arm. Pure. */
export function compareTable(table: PublishedTable, arms: readonly ArmReport[]): ReferenceTable | null {
  const cells = table.rows.flatMap(({ title: row, model, cells: values }) =>
    table.columns.map(({ title: column, metric, matches }, index): ReferenceCell => {
      const arm = arms.find(({ factors }) => model !== null && factors.model === model && matches(factors));
      return {
        row,
        column,
        metric,
        published: values[index] ?? null,
        decimals: DECIMALS,
        ...judge(arm, { metric, published: values[index] ?? null }),
      };
    }),
  );
  if (cells.every(({ armId }) => armId === null)) return null;
  const { id, title, source, note } = table;
  return { id, title, source, note, cells };
}

type Judged = Pick<ReferenceCell, "armId" | "found" | "agrees" | "words">;

function judge(arm: ArmReport | undefined, { metric, published }: { metric: string; published: number | null }): Judged {
  const estimate = arm?.estimates.find((each) => each.metric === metric);
  if (arm === undefined || estimate === undefined || published === null)
    return { armId: null, found: null, agrees: "missing", words: null };
  const said = { armId: arm.id, words: estimate.words };
  const found = estimate.value === null ? null : estimate.value * 100;
  const wrong = estimate.countingErrorsAsWrong === null ? null : estimate.countingErrorsAsWrong * 100;
  if (isPrinted(published, found)) return { ...said, found, agrees: "reproduced" };
  if (isPrinted(published, wrong)) return { ...said, found: wrong, agrees: "as-wrong" };
  return { ...said, found, agrees: found === null ? "missing" : "differs" };
}

/** Whether a number is printed so: rounded to the last digit, or cut there, as the study's site does once. */
function isPrinted(published: number, found: number | null): boolean {
  return found !== null && Math.abs(published - found) < 0.5 * 10 ** -DECIMALS + 1e-9;
}
