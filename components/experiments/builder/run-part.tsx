"use client";
import { NumberField } from "@/components/ui/number-field";
import type { SpecFault } from "@/lib/experiments/check-spec";
import type { Draft } from "@/lib/experiments/draft";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";

type Props = { draft: Draft; faults: readonly SpecFault[]; onChange: (part: Partial<Draft>) => void };

/** When a run stops, and what makes it repeatable. */
export function RunPart({ draft, faults, onChange }: Props) {
  const { budgetUsd, maxAttempts, seed, replicate } = draft;
  return (
    <Part title="Running" about="Pauses before a request that could bring the cost above the budget.">
      <div className="flex flex-wrap gap-x-3 gap-y-2">
        <NumberField
          label="Budget, US$"
          value={budgetUsd}
          minimum={0.01}
          maximum={1_000_000}
          decimal
          empty="no limit"
          onChange={(next) => onChange({ budgetUsd: next })}
        />
        <NumberField
          label="Attempts"
          value={maxAttempts}
          minimum={1}
          maximum={50}
          onChange={(next) => onChange({ maxAttempts: next ?? maxAttempts })}
        />
        <NumberField
          label="Seed of draws"
          value={seed}
          minimum={0}
          maximum={2 ** 31 - 1}
          onChange={(next) => onChange({ seed: next ?? seed })}
        />
        <NumberField
          label="Replicate"
          value={replicate}
          minimum={0}
          maximum={1_000_000}
          onChange={(next) => onChange({ replicate: next ?? replicate })}
        />
        <p className="min-w-0 max-w-90 text-xs text-soft">
          The seed draws problems from a benchmark. Experiments with the same replicate number share the answers to equal prompts;
          another number draws all of them anew.
        </p>
      </div>
      <FaultLines faults={faults} at="budgetUsd" />
    </Part>
  );
}
