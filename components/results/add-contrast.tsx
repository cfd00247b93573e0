"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ArmReport, Report } from "@/lib/results/schema";

type Props = { report: Report; arms: readonly ArmReport[]; onAdd: (pair: string) => void };

/** The choice of two arms for a contrast of one's own. */
export function AddContrast({ report, arms, onAdd }: Props) {
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
