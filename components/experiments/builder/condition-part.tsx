"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import type { SpecFault } from "@/lib/experiments/check-spec";
import { type Condition, carriesTrace } from "@/lib/experiments/condition";
import type { Draft } from "@/lib/experiments/draft";
import type { AdapterDescription } from "./adapter-description";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";
import { TraceLine } from "./trace-line";

const ladder = [
  { kind: "code", about: "The task and the program, and that it is wrong. The lowest rung." },
  { kind: "feedback", about: "Adds the first visible test that fails: call, expected, actual. Compared with code." },
  { kind: "explain", about: "As feedback, and asks to explain the run before correcting. Compared with feedback." },
] as const;

const rungs = ["code", "feedback", "explain", "trace", "trace-only"] as const;

type Props = {
  draft: Draft;
  adapters: readonly AdapterDescription[];
  faults: readonly SpecFault[];
  onChange: (part: Partial<Draft>) => void;
};

/** What information the prompt carries, each rung on top of its control. */
export function ConditionPart({ draft, adapters, faults, onChange }: Props) {
  const { conditions } = draft;
  const set = (next: readonly Condition[]) =>
    onChange({ conditions: next.toSorted((a, b) => rungs.indexOf(a.kind) - rungs.indexOf(b.kind)) });
  const traces = conditions.filter(carriesTrace);
  const free = adapters.find(({ id }) => !traces.some(({ kind, adapter }) => kind === "trace" && adapter === id));
  const addTrace = () => {
    const adapter = free?.id ?? adapters[0]?.id ?? "next";
    set([...conditions, { kind: "trace", adapter, options: {}, budget: 2048, encoding: "o200k_base" }]);
  };
  return (
    <Part
      title="Conditions"
      about="A ladder: each rung has the information of its control and one thing more."
      action={
        <Button onClick={addTrace}>
          <Plus size={14} aria-hidden />
          Add a trace
        </Button>
      }
    >
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-3">
        {ladder.map(({ kind, about }) => (
          <CheckField
            key={kind}
            checked={conditions.some((condition) => condition.kind === kind)}
            onChange={(isOn) => set(isOn ? [...conditions, { kind }] : conditions.filter((condition) => condition.kind !== kind))}
            detail={about}
          >
            {kind}
          </CheckField>
        ))}
      </div>
      {traces.length === 0 ? (
        <p className="text-soft">No condition carries a trace yet.</p>
      ) : (
        <ul className="rounded-lg border border-line bg-surface">
          {traces.map((condition, index) => (
            <TraceLine
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same while they are being written
              key={`${condition.kind} ${condition.adapter} ${index}`}
              condition={condition}
              adapters={adapters}
              onChange={(next) => set(conditions.map((other) => (other === condition ? next : other)))}
              onRemove={() => set(conditions.filter((other) => other !== condition))}
            />
          ))}
        </ul>
      )}
      <FaultLines faults={faults} at="conditions" />
    </Part>
  );
}
