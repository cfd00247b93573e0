"use client";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import type { TaskKind } from "@/lib/benchmarks/schema";
import type { DebugSetup } from "@/lib/debug/schema";
import type { SetSetup } from "../use-debug-setup";

const histories = [
  { value: "last", label: "newest attempt", detail: "Each prompt shows the attempt before it." },
  { value: "all", label: "all attempts", detail: "Each prompt shows every attempt so far." },
] as const;

const firsts = [
  {
    value: "treated",
    label: "carries the condition",
    detail: "The given program has failed already; the first prompt tells of it.",
  },
  { value: "shared", label: "is asked as in code", detail: "As in experiments whose arms share their first round." },
] as const;

type Props = { setup: DebugSetup; kind: TaskKind; set: SetSetup };

/** How the chain goes on, and how answers are drawn. */
export function MoreSettings({ setup, kind, set }: Props) {
  return (
    <details>
      <summary className="cursor-pointer text-soft select-none hover:text-ink">
        At most {setup.rounds} {setup.rounds === 1 ? "round" : "rounds"}, temperature {setup.temperature}, sample{" "}
        {setup.chain + 1}
      </summary>
      <div className="mt-3 grid gap-3">
        <div className="flex flex-wrap gap-3">
          <NumberField
            label="Rounds"
            value={setup.rounds}
            minimum={1}
            maximum={50}
            onChange={(rounds) => set({ rounds: rounds ?? 4 })}
          />
          <NumberField
            label="Temperature"
            decimal
            value={setup.temperature}
            minimum={0}
            maximum={2}
            onChange={(temperature) => set({ temperature: temperature ?? 0 })}
          />
          <NumberField
            label="Answer tokens"
            value={setup.maxTokens}
            minimum={1}
            maximum={1_000_000}
            onChange={(tokens) => set({ tokens: tokens ?? 2048 })}
          />
          <NumberField
            label="Sample"
            value={setup.chain + 1}
            minimum={1}
            maximum={10_000}
            onChange={(sample) => set({ sample: sample ?? 1 })}
          />
        </div>
        <Choice title="History">
          <Select
            label="History"
            value={setup.history}
            choices={histories}
            onChange={(value) => set({ history: value === "all" ? "all" : "last" })}
          />
        </Choice>
        {kind === "repair" && setup.rounds > 1 ? (
          <Choice title="First prompt">
            <Select
              label="First prompt"
              value={setup.firstRound}
              choices={firsts}
              onChange={(value) => set({ first: value === "shared" ? "shared" : "treated" })}
            />
          </Choice>
        ) : null}
      </div>
    </details>
  );
}

function Choice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-24 shrink-0 text-soft">{title}</span>
      {children}
    </div>
  );
}
