import type { Plan } from "@/lib/engine/plan-schema";
import { dollars, duration, rangeText, whole } from "./range-text";

/** How large, how dear and how long. */
export function PlanFigures({ plan: { totals, models }, budgetUsd }: { plan: Plan; budgetUsd: number | null }) {
  const unpriced = models.filter(({ costUsd }) => costUsd === null).length;
  const cost =
    totals.costUsd === null
      ? `not known: ${unpriced} ${unpriced === 1 ? "model has" : "models have"} no price`
      : rangeText(totals.costUsd, dollars);
  const rows = [
    ["Arms", whole(totals.arms)],
    ["Problems", whole(totals.problems)],
    ["Samples", rangeText(totals.samples)],
    ["Requests", `${rangeText(totals.requests)}${totals.sharedRequests.most > 0 ? "; arms share the rest" : ""}`],
    ["Prompt tokens", rangeText(totals.promptTokens)],
    ["Answer tokens", rangeText(totals.answerTokens)],
    ["Cost", `${cost}${budgetUsd === null ? "" : `; stops at ${dollars(budgetUsd)}`}`],
    ["Time", totals.seconds.most === 0 ? "as fast as this machine judges" : rangeText(totals.seconds, duration)],
  ] as const;
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 tabular-nums">
      {rows.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-soft">{name}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
