"use client";
import { ArrowLeftRight, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useAddress } from "@/components/ui/use-address";
import { chosenPairs } from "@/lib/results/chosen-pairs";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import type { ArmReport, Report } from "@/lib/results/schema";

const AddContrast = lazy(() => import("./add-contrast").then((module) => ({ default: module.AddContrast })));

/** Sets any arm against any other; contrasts of one's own are a part of the results and a family of their own. */
export function ContrastBuilder({ report }: { report: Report }) {
  const [address, setPairs] = useAddress("contrasts");
  const [, setSection] = useAddress("section");
  const arms = report.arms.filter(({ known }) => known > 0);
  const chosen = chosenPairs(address);
  const pairs = chosen.map(({ armId, baselineId }) => `${armId}~${baselineId}`);
  const change = (next: readonly string[]) => {
    setPairs(next.join(","));
    setSection(next.length === 0 ? null : CHOSEN_SECTION);
  };
  if (arms.length < 2) return null;
  return (
    <Popover
      label="Contrasts of your choice"
      width="wide"
      trigger={
        <Button>
          <ArrowLeftRight size={13} aria-hidden />
          Set arms against each other{chosen.length === 0 ? "" : ` (${chosen.length})`}
        </Button>
      }
    >
      <p className="font-semibold">Contrasts of your choice</p>
      <p className="text-soft">Paired on the problems that both arms have, and corrected as a family of their own.</p>
      {chosen.length === 0 ? null : (
        <ul aria-label="Chosen contrasts" className="mt-2 border-t border-line">
          {chosen.map(({ armId, baselineId }) => (
            <li key={`${armId}~${baselineId}`} className="flex min-h-8 items-center gap-2 border-b border-line">
              <span className="min-w-0 grow">
                {nameOf(arms, armId)} <span className="text-soft">against</span> {nameOf(arms, baselineId)}
              </span>
              <IconButton
                label="Remove this contrast"
                onClick={() => change(pairs.filter((pair) => pair !== `${armId}~${baselineId}`))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<div aria-busy="true" className="mt-3 h-25 bg-sunken" />}>
        <AddContrast report={report} arms={arms} onAdd={(pair) => change([...new Set([...pairs, pair])])} />
      </Suspense>
    </Popover>
  );
}

function nameOf(arms: readonly ArmReport[], id: string): string {
  const arm = arms.find((each) => each.id === id);
  return arm === undefined ? "an arm that is not here" : `${arm.modelTitle} · ${arm.conditionTitle}`;
}
