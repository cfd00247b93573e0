import { ChainBar } from "@/components/experiments/chain-bar";
import { ScrollRegion } from "@/components/table/scroll-region";
import type { ArmProgress, Progress } from "@/lib/experiments/api-schema";

const MOST_ROWS = 200;

/** Every arm with its chains, rate, errors, delivery and tokens. */
export function ArmProgressTable({ progress: { arms, experiment } }: { progress: Progress }) {
  const isLive = experiment.status === "running";
  return (
    <ScrollRegion label="Progress of the arms" className="mt-1 max-h-100 overflow-y-auto">
      <table className="w-full min-w-180 text-left tabular-nums">
        <thead className="text-xs text-soft">
          <tr>
            {["Arm", "Progress", "Chains", "A minute", "Chains passed", "Errors", "Delivered", "Tokens"].map((title, index) => (
              <th
                key={title}
                scope="col"
                className={`sticky top-0 bg-surface py-1 font-medium ${index > 1 ? "px-2 text-right" : index === 1 ? "w-32 px-2" : "pr-2"}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.slice(0, MOST_ROWS).map((arm) => (
            <ArmRow key={arm.id} arm={arm} isLive={isLive} />
          ))}
        </tbody>
      </table>
      {arms.length > MOST_ROWS ? <p className="py-1 text-soft">and {arms.length - MOST_ROWS} more arms</p> : null}
    </ScrollRegion>
  );
}

function ArmRow({ arm, isLive }: { arm: ArmProgress; isLive: boolean }) {
  const { condition, benchmark, taskKind, model, strategyId, decoding } = arm.factors;
  const number = (value: number) => value.toLocaleString("en");
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1 pr-2 font-normal">
        {condition}
        <span className="block text-xs text-soft">
          {[taskKind, model, strategyId, decoding, benchmark].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td className="px-2 py-2.5">
        <ChainBar
          label={`Chains of ${condition ?? arm.key}`}
          done={arm.chainsDone}
          errors={arm.infrastructure}
          total={arm.chains}
        />
      </td>
      <td className="px-2 py-1 text-right">
        {number(arm.chainsDone)} of {number(arm.chains)}
      </td>
      <td className="px-2 py-1 text-right text-soft">{isLive ? number(Math.round(arm.chainsPerMinute)) : "—"}</td>
      <td className="px-2 py-1 text-right">
        {number(arm.chainsPassed)}
        <span className="text-soft"> of {number(arm.chainsDone)}</span>
      </td>
      <td className={`px-2 py-1 text-right ${arm.infrastructure > 0 ? "font-semibold text-warn" : "text-soft"}`}>
        {number(arm.infrastructure)}
      </td>
      <td className={`px-2 py-1 text-right ${arm.delivered < arm.wanted ? "text-warn" : "text-soft"}`}>
        {arm.wanted === 0 ? "—" : `${number(arm.delivered)} of ${number(arm.wanted)}`}
      </td>
      <td className="px-2 py-1 text-right text-soft">{number(arm.promptTokens + arm.answerTokens)}</td>
    </tr>
  );
}
