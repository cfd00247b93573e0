"use client";
import { ArrowLeftRight, X } from "lucide-react";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import type { ArmReport, Report } from "@/lib/results/schema";
import { chosenPairs } from "@/lib/results/setting-schema";

/** Sets any arm against any other; contrasts of one's own are a part of the results and a family of their own. */
export function ContrastBuilder({ report }: { report: Report }) {
  const [pairs, setPairs] = useQueryState("contrasts", parseAsArrayOf(parseAsString).withDefault([]));
  const [, setSection] = useQueryState("section", parseAsString);
  const arms = report.arms.filter(({ known }) => known > 0);
  const chosen = chosenPairs(pairs.join(","));
  const change = (next: readonly string[]) => {
    void setPairs(next.length === 0 ? null : [...next]);
    void setSection(next.length === 0 ? null : CHOSEN_SECTION);
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
      <AddContrast report={report} arms={arms} onAdd={(pair) => change([...new Set([...pairs, pair])])} />
    </Popover>
  );
}

type AddProps = { report: Report; arms: readonly ArmReport[]; onAdd: (pair: string) => void };

function AddContrast({ report, arms, onAdd }: AddProps) {
  const [armId, setArm] = useState(arms[0]?.id ?? "");
  const [baselineId, setBaseline] = useState(arms[1]?.id ?? "");
  const titles = new Map(report.sections.map(({ id, title }) => [id, title]));
  const choices = arms.map((arm) => ({
    value: arm.id,
    label: `${arm.modelTitle} · ${arm.conditionTitle}`,
    detail: `${titles.get(arm.sectionId) ?? arm.label}, ${arm.known} problems`,
  }));
  return (
    <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-2">
      <span className="text-soft">Arm</span>
      <Select label="Arm" value={armId} choices={choices} onChange={setArm} />
      <span className="text-soft">against</span>
      <Select label="Against" value={baselineId} choices={choices} onChange={setBaseline} />
      <span />
      <span className="flex items-center gap-2">
        <Button look="main" disabled={armId === baselineId} onClick={() => onAdd(`${armId}~${baselineId}`)}>
          Add contrast
        </Button>
        {armId === baselineId ? <span className="text-soft">Choose two different arms.</span> : null}
      </span>
    </div>
  );
}

function nameOf(arms: readonly ArmReport[], id: string): string {
  const arm = arms.find((each) => each.id === id);
  return arm === undefined ? "an arm that is not here" : `${arm.modelTitle} · ${arm.conditionTitle}`;
}
