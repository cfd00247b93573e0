import { ScrollRegion } from "@/components/table/scroll-region";
import { Hint } from "@/components/ui/hint";
import type { ArmReport, EstimateReport } from "@/lib/results/schema";
import { countText, rateText, UNKNOWN } from "./number-text";

/** Every figure of every arm; what cannot be had says why. */
export function ArmTable({ arms }: { arms: readonly ArmReport[] }) {
  const metrics = [...new Set(arms.flatMap(({ estimates }) => estimates.map(({ metric }) => metric)))];
  return (
    <section aria-labelledby="all-figures">
      <h2 id="all-figures" className="mb-2 font-semibold">
        All figures
      </h2>
      <ScrollRegion label="All figures of all arms" className="rounded-lg border border-line bg-surface">
        <table className="w-full border-collapse text-right whitespace-nowrap tabular-nums">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="py-2 pl-4 text-left font-medium">
                Arm
              </th>
              <th scope="col" className="px-2.5 font-medium">
                N
              </th>
              <th scope="col" className="px-2.5 font-medium">
                n
              </th>
              <th scope="col" className="px-2.5 font-medium">
                T
              </th>
              {metrics.map((metric) => (
                <th key={metric} scope="col" className="px-2.5 font-medium">
                  {metric}
                  {metric === metrics[0] ? " [interval]" : null}
                </th>
              ))}
              <th scope="col" className="px-2.5 font-medium">
                errors
              </th>
              <th scope="col" className="pr-3 pl-2.5 font-medium">
                delivered
              </th>
            </tr>
          </thead>
          <tbody>
            {arms.map((arm) => (
              <tr key={arm.id} className="border-t border-line">
                <th scope="row" className="h-7 max-w-100 truncate pl-4 text-left font-normal" title={arm.label}>
                  {arm.modelTitle} · {arm.conditionTitle}
                </th>
                <td className="px-2.5 text-soft">
                  {arm.known}
                  {arm.known < arm.expected ? <span className="text-warn"> of {arm.expected}</span> : null}
                </td>
                <td className="px-2.5 text-soft">{countText(arm.estimates[0]?.samples ?? null)}</td>
                <td className="px-2.5 text-soft">{arm.factors.temperature ?? UNKNOWN}</td>
                {metrics.map((metric) => (
                  <td key={metric} className="px-2.5">
                    <Figure estimate={arm.estimates.find((each) => each.metric === metric)} />
                    {metric === metrics[0] ? <Limits estimate={arm.estimates.find((each) => each.metric === metric)} /> : null}
                  </td>
                ))}
                <td className="px-2.5 text-soft">{arm.infrastructure}</td>
                <td className="pr-3 pl-2.5 text-soft">
                  {arm.delivery === null ? UNKNOWN : `${arm.delivery.delivered} of ${arm.delivery.wanted}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Figure({ estimate }: { estimate: EstimateReport | undefined }) {
  if (estimate === undefined) return <span className="text-faint">{UNKNOWN}</span>;
  const { value, interval, words, missing, oracle, problems } = estimate;
  const limits = interval === null ? "" : ` Interval ${rateText(interval.low)} to ${rateText(interval.high)}, N = ${problems}.`;
  return (
    <Hint
      text={missing === null ? `${words}${limits}` : `Not defined: ${missing}.`}
      className={value === null ? "text-faint" : ""}
    >
      {rateText(value, 2)}
      {oracle && value !== null ? <span className="text-warn"> oracle</span> : null}
    </Hint>
  );
}

function Limits({ estimate }: { estimate: EstimateReport | undefined }) {
  const interval = estimate?.interval ?? null;
  if (interval === null) return null;
  return (
    <span className="ml-1.5 inline-block min-w-24 text-soft">
      [{(interval.low * 100).toFixed(1)}, {(interval.high * 100).toFixed(1)}]
    </span>
  );
}
