"use client";
import type { Draft } from "@/lib/experiments/draft";
import { BenchmarkPart } from "./benchmark-part";
import type { Installed } from "./builder";
import { ConditionPart } from "./condition-part";
import { DecodingPart } from "./decoding-part";
import { ModelPart } from "./model-part";
import { RunPart } from "./run-part";
import { StrategyPart } from "./strategy-part";
import type { PlanState } from "./use-plan";

type Props = { draft: Draft; installed: Installed; plan: PlanState; onChange: (part: Partial<Draft>) => void };

/** The factors of an experiment, one below the other. */
export function FormParts({ draft, installed, plan, onChange }: Props) {
  const common = { draft, faults: plan.faults, onChange };
  return (
    <div className="grid">
      <BenchmarkPart {...common} benchmarks={installed.benchmarks} choices={plan.outcome?.choices ?? []} />
      <ModelPart {...common} models={installed.models} />
      <ConditionPart {...common} adapters={installed.adapters} />
      <StrategyPart {...common} />
      <DecodingPart {...common} />
      <RunPart {...common} />
    </div>
  );
}
