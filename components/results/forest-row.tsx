import type { Route } from "next";
import { classNames } from "@/components/ui/class-names";
import { Hint } from "@/components/ui/hint";
import { PatientLink } from "@/components/ui/patient-link";
import type { ArmReport, ContrastReport } from "@/lib/results/schema";
import { formatPoints } from "@/lib/stats/format-points";
import { ForestMark } from "./forest-mark";
import type { ForestScale } from "./forest-scale";
import { countText, pText, rangeText, rateText, UNKNOWN } from "./number-text";
import { usePinned } from "./pinned";

type Props = { contrast: ContrastReport; arm: ArmReport | undefined; scale: ForestScale; hasTokens: boolean };

const findings = { better: "▲ better", worse: "▼ worse", undecided: "cannot tell", unknown: UNKNOWN } as const;

export function ForestRow({ contrast, arm, scale, hasTokens }: Props) {
  const { difference, interval, pValue, adjusted, flips, problems, dropped, missing } = contrast;
  const colour = `var(--${arm?.colour ?? "other"}, var(--other))`;
  return (
    <tr className="border-t border-line hover:bg-sunken/60">
      <th scope="row" className="h-7 max-w-70 truncate pl-4 text-left font-normal">
        <span aria-hidden="true" className="mr-2 inline-block size-2 rounded-[2px]" style={{ background: colour }} />
        <Name contrast={contrast} arm={arm} />
      </th>
      {difference === null ? (
        <td colSpan={hasTokens ? 11 : 10} className="px-2.5 pr-3 text-left text-warn">
          {UNKNOWN} <span className="text-soft">{missing}</span>
        </td>
      ) : (
        <>
          <td className="p-0 max-sm:hidden">
            <ForestMark contrast={contrast} scale={scale} colour={colour} />
          </td>
          <td className="px-2.5 font-medium">
            <Hint text={contrast.words}>{formatPoints(difference)}</Hint>
          </td>
          <td className="px-2.5 text-soft">{rangeText(interval)}</td>
          <td className="px-2.5 text-soft">{pText(pValue)}</td>
          <td className="px-2.5 text-soft">{pText(adjusted.pValue)}</td>
          <td className={classNames("px-2.5", contrast.decided === "undecided" ? "text-soft" : "font-semibold")}>
            <Hint text={contrast.sentence}>{findings[contrast.decided]}</Hint>
          </td>
          <td className="px-2.5">{countText(flips?.fixed ?? null)}</td>
          <td className="px-2.5">{countText(flips?.broken ?? null)}</td>
          <td className="px-2.5 text-soft">
            {problems}
            {dropped === 0 ? null : <span className="text-warn"> (−{dropped})</span>}
          </td>
          <td className="px-2.5 last:pr-3">
            <Delivered contrast={contrast} />
          </td>
          {hasTokens ? <td className="pr-3 pl-2.5 text-soft">{countText(arm?.promptTokens ?? null)}</td> : null}
        </>
      )}
    </tr>
  );
}

function Name({ contrast, arm }: Pick<Props, "contrast" | "arm">) {
  const pinned = usePinned();
  if (contrast.difference === null || arm === undefined || pinned !== null) return contrast.arm;
  const address = `/experiments/${arm.experimentId}/flips?${new URLSearchParams({ arm: contrast.armId, baseline: contrast.baselineId, metric: contrast.metric })}`;
  return (
    <PatientLink
      href={address as Route}
      title={`${arm.label}, against ${contrast.baseline}`}
      className="underline-offset-2 hover:text-accent hover:underline"
    >
      {contrast.arm}
    </PatientLink>
  );
}

function Delivered({ contrast: { delivery, deliveredOnly, problems, dropped } }: Pick<Props, "contrast">) {
  if (delivery === null) return <span className="text-faint">{UNKNOWN}</span>;
  const share = delivery.delivered / delivery.wanted;
  const compared =
    dropped === 0 || deliveredOnly === null ? "" : ` Of the ${problems} problems compared, ${deliveredOnly.problems} had one.`;
  const text = `The trace was in ${delivery.delivered} of ${delivery.wanted} prompts of the arm; ${delivery.truncated} were cut, ${delivery.identical} were the control's prompt.${compared}`;
  return (
    <Hint text={text} className={share < 1 ? "text-warn" : "text-soft"}>
      {rateText(share, share > 0 && share < 1 ? 1 : 0)}
    </Hint>
  );
}
