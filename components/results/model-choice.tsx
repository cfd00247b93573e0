"use client";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import type { ArmReport } from "@/lib/results/schema";

/** Which model's curves are drawn: curves of several models in one chart cannot be told apart. */
export function useModel(arms: readonly ArmReport[]) {
  const models = [...new Set(arms.map(({ modelTitle }) => modelTitle))];
  const [chosen, setModel] = useState<string | null>(null);
  const model = chosen !== null && models.includes(chosen) ? chosen : (models[0] ?? "");
  return { model, models, setModel };
}

type Props = { models: readonly string[]; model: string; onChange: (model: string) => void };

export function ModelChoice({ models, model, onChange }: Props) {
  if (models.length < 2) return null;
  return (
    <div>
      <Select label="Model" value={model} choices={models.map((value) => ({ value, label: value }))} onChange={onChange} />
    </div>
  );
}
