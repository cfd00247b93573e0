import { ScrollRegion } from "@/components/table/scroll-region";
import type { Plan } from "@/lib/engine/plan-schema";
import { rangeText } from "./range-text";

const MOST_ROWS = 40;

/** The matrix of arms: what is crossed with what, and how many samples each arm draws. */
export function PlanArms({ plan: { arms } }: { plan: Plan }) {
  const cells = arms.map((arm) => {
    const parts = arm.key.split(" | ");
    return { ...arm, row: parts.slice(0, -1), condition: parts.at(-1) ?? "" };
  });
  const conditions = [...new Set(cells.map(({ condition }) => condition))];
  const rows = [...Map.groupBy(cells, ({ row }) => row.join(" | "))];
  return (
    <section aria-labelledby="plan-arms">
      <h3 id="plan-arms" className="mb-1 font-semibold">
        {arms.length} {arms.length === 1 ? "arm" : "arms"}, with samples
      </h3>
      <ScrollRegion label="Matrix of arms" className="max-h-90 overflow-y-auto">
        <table className="w-full text-left tabular-nums">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="sticky top-0 bg-surface py-1 pr-2 font-medium">
                Benchmark, model, strategy
              </th>
              {conditions.map((condition) => (
                <th key={condition} scope="col" className="sticky top-0 bg-surface px-2 py-1 text-right font-medium">
                  {condition}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(([key, own]) => {
              const [slug, kind, model, decoding, strategy] = own[0]?.row ?? [];
              return (
                <tr key={key} className="border-t border-line align-top">
                  <th scope="row" className="py-1 pr-2 font-normal">
                    {kind}
                    <span className="block text-xs text-soft">{[slug, model, decoding, strategy].join(" · ")}</span>
                  </th>
                  {conditions.map((condition) => {
                    const arm = own.find((cell) => cell.condition === condition);
                    return (
                      <td key={condition} className="px-2 py-1 text-right">
                        {arm === undefined ? "" : rangeText(arm.samples).replace(", at most ", "–")}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length > MOST_ROWS ? <p className="mt-1 text-soft">and {rows.length - MOST_ROWS} more rows</p> : null}
    </section>
  );
}
