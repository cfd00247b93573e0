"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { SpecFault } from "@/lib/experiments/check-spec";
import type { Draft } from "@/lib/experiments/draft";
import { strategySchema } from "@/lib/experiments/strategy";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";
import { StrategyLine } from "./strategy-line";

const kinds = ["single", "sequential", "parallel"] as const;
const fresh = {
  single: { kind: "single", n: 4 },
  sequential: { kind: "sequential", n: 2, rounds: 3 },
  parallel: { kind: "parallel", n: 4, selection: "public-tests" },
} as const;

type Props = { draft: Draft; faults: readonly SpecFault[]; onChange: (part: Partial<Draft>) => void };

/** How samples are drawn, and which of them counts. */
export function StrategyPart({ draft, faults, onChange }: Props) {
  const { strategies, decodings } = draft;
  const unused = kinds.find((kind) => !strategies.some((strategy) => strategy.kind === kind)) ?? "sequential";
  const add = () => onChange({ strategies: [...strategies, strategySchema.parse(fresh[unused])] });
  return (
    <Part
      title="Strategies"
      about="Arms of one model share their first-round samples, so that a pair differs by its condition alone."
      action={
        <Button onClick={add}>
          <Plus size={14} aria-hidden />
          Add a strategy
        </Button>
      }
    >
      {strategies.length === 0 ? null : (
        <ul className="rounded-lg border border-line bg-surface">
          {strategies.map((strategy, index) => (
            <StrategyLine
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are edited in place
              key={index}
              strategy={strategy}
              decodings={decodings.map(({ name }) => name)}
              onChange={(next) => onChange({ strategies: strategies.map((other, at) => (at === index ? next : other)) })}
              onKind={(kind) =>
                onChange({
                  strategies: strategies.map((other, at) => (at === index ? strategySchema.parse(fresh[kind]) : other)),
                })
              }
              onRemove={() => onChange({ strategies: strategies.filter((_, at) => at !== index) })}
            />
          ))}
        </ul>
      )}
      <FaultLines faults={faults} at="strategies" />
    </Part>
  );
}
