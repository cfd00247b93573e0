"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Assumed } from "@/lib/experiments/queries";
import { AssumptionFields } from "./assumption-fields";
import { PlanArms } from "./plan-arms";
import { PlanContrasts } from "./plan-contrasts";
import { PlanFigures } from "./plan-figures";
import type { PlanState } from "./use-plan";

type Props = {
  plan: PlanState;
  /** Why nothing may be started, besides faults of the plan. */
  holds: readonly string[];
  assumed: Assumed;
  onAssume: (assumed: Assumed) => void;
  onStart: () => void;
  isStarting: boolean;
  trouble: string | null;
};

const grave = [
  "too-few-problems",
  "only-alone",
  "underpowered",
  "undeliverable",
  "no-control",
  "budget-without-price",
  "over-budget",
];

/** What the draft would be, before anything is paid for: what it can find, what it costs, and the button that starts it. */
export function PlanPanel({ plan, holds, assumed, onAssume, onStart, isStarting, trouble }: Props) {
  const [isShown, setShown] = useState(false);
  const { outcome, isStale, faults } = plan;
  const cannotStart = outcome === null || faults.length > 0 || holds.length > 0 || isStarting;
  return (
    <aside
      aria-label="Plan"
      aria-busy={isStale}
      className="grid content-start gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex items-center gap-3">
        <h2 className="grow text-lg font-semibold">What this will be</h2>
        <Button look="main" onClick={onStart} disabled={cannotStart}>
          {isStarting ? "Starting…" : "Start the experiment"}
        </Button>
      </div>
      {trouble === null ? null : (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-1.5 text-bad">
          {trouble}
        </p>
      )}
      {holds.map((hold) => (
        <p key={hold} role="alert" className="rounded-md bg-bad-soft px-3 py-1.5 text-bad">
          {hold}
        </p>
      ))}
      {faults.length === 0 ? null : (
        <p className="rounded-md bg-bad-soft px-3 py-1.5 text-bad">
          {faults.length === 1 ? "One thing is" : `${faults.length} things are`} missing or wrong; see where it is said in red.
        </p>
      )}
      {plan.trouble === null ? null : (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-1.5 text-bad">
          {plan.trouble}
        </p>
      )}
      {outcome === null ? (
        <p className="text-soft">{faults.length > 0 ? "The plan appears when the draft is complete." : "Planning…"}</p>
      ) : (
        <div className={isStale ? "grid gap-4 opacity-60" : "grid gap-4"}>
          <Warnings warnings={outcome.plan.warnings} />
          <PlanFigures plan={outcome.plan} budgetUsd={outcome.spec.budgetUsd} />
          <PlanContrasts contrasts={outcome.plan.contrasts} />
          <PlanArms plan={outcome.plan} />
          <details open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
            <summary className="cursor-pointer text-soft hover:text-ink">What the plan assumes</summary>
            <AssumptionFields assumptions={outcome.plan.assumptions} assumed={assumed} onChange={onAssume} />
          </details>
          <p className="text-xs text-soft">
            Frozen as <code title={outcome.specHash}>{outcome.specHash.slice(0, 16)}</code>: SHA-256 over everything it depends
            on, with prompt templates version {outcome.spec.promptVersion}. The same specification gives the same samples.
          </p>
        </div>
      )}
    </aside>
  );
}

function Warnings({ warnings }: { warnings: readonly { readonly code: string; readonly message: string }[] }) {
  if (warnings.length === 0) return null;
  const ordered = warnings.toSorted((a, b) => Number(grave.includes(b.code)) - Number(grave.includes(a.code)));
  return (
    <ul aria-label="Warnings" className="grid gap-1.5">
      {ordered.map(({ code, message }) => {
        const isGrave = grave.includes(code);
        const Icon = isGrave ? TriangleAlert : CircleAlert;
        return (
          <li
            key={code + message}
            className={`flex gap-2.5 rounded-md px-3 py-1.5 ${isGrave ? "bg-warn-soft text-warn" : "bg-sunken text-soft"}`}
          >
            <Icon size={15} aria-hidden className="mt-0.5 shrink-0" />
            <span className="min-w-0">{message}</span>
          </li>
        );
      })}
    </ul>
  );
}
