"use client";
import { X } from "lucide-react";
import { CheckField } from "@/components/ui/check-field";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { type Choice, Select } from "@/components/ui/select";
import { type Strategy, strategyId } from "@/lib/experiments/strategy";
import { TagChoice } from "./tag-choice";

type Kind = Strategy["kind"];
type Props = {
  strategy: Strategy;
  decodings: readonly string[];
  onChange: (next: Strategy) => void;
  onKind: (kind: Kind) => void;
  onRemove: () => void;
};

const kinds: readonly (Choice & { readonly value: Kind })[] = [
  { value: "single", label: "single", detail: "n samples from one prompt: pass@k." },
  { value: "sequential", label: "sequential", detail: "n chains, asked again with the condition until the visible tests pass." },
  { value: "parallel", label: "parallel", detail: "n candidates, of which a rule chooses one." },
];

const selections = [
  { value: "first", label: "first" },
  { value: "public-tests", label: "public tests", detail: "The first that passes the visible tests." },
  { value: "majority", label: "majority", detail: "The most common answer on the visible tests." },
  { value: "generated-tests", label: "generated tests", detail: "The model writes tests; who passes most." },
  { value: "oracle", label: "oracle", detail: "Looks at the hidden tests; always labelled so." },
] as const;

/** One strategy with its numbers. */
export function StrategyLine({ strategy, decodings, onChange, onKind, onRemove }: Props) {
  const chooseKind = (value: string) => {
    const kind = kinds.find((each) => each.value === value);
    if (kind !== undefined && kind.value !== strategy.kind) onKind(kind.value);
  };
  return (
    <li className="flex flex-wrap items-end gap-x-3 gap-y-2 border-line px-3 py-2 not-first:border-t">
      <Select label="Strategy" value={strategy.kind} choices={kinds} onChange={chooseKind} className="w-28" />
      <NumberField
        label={strategy.kind === "sequential" ? "Chains (n)" : "Samples (n)"}
        value={strategy.n}
        minimum={1}
        maximum={1000}
        onChange={(n) => onChange({ ...strategy, n: n ?? strategy.n })}
      />
      {strategy.kind === "sequential" ? <Sequential strategy={strategy} onChange={onChange} /> : null}
      {strategy.kind === "parallel" ? <Parallel strategy={strategy} onChange={onChange} /> : null}
      {strategy.kind === "single" ? null : (
        <Labelled title="First round">
          <Select
            label="First round"
            value={strategy.firstRound}
            choices={[
              { value: "shared", label: "shared", detail: "Asked as in code; arms part from the second round on." },
              { value: "treated", label: "treated", detail: "Carries the condition at once where a failing program is given." },
            ]}
            onChange={(value) => onChange({ ...strategy, firstRound: value === "treated" ? "treated" : "shared" })}
          />
        </Labelled>
      )}
      {decodings.length < 2 ? null : (
        <TagChoice
          title="Decodings"
          options={decodings.map((value) => ({ value }))}
          chosen={strategy.decodings}
          onChange={(chosen) => onChange({ ...strategy, decodings: chosen })}
        />
      )}
      <code className="mb-1 min-w-0 grow truncate text-right text-soft">{strategyId(strategy)}</code>
      <IconButton label={`Remove ${strategyId(strategy)}`} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

function Sequential({
  strategy,
  onChange,
}: {
  strategy: Extract<Strategy, { kind: "sequential" }>;
  onChange: Props["onChange"];
}) {
  return (
    <>
      <NumberField
        label="Rounds, at most"
        value={strategy.rounds}
        minimum={2}
        maximum={50}
        onChange={(rounds) => onChange({ ...strategy, rounds: rounds ?? strategy.rounds })}
      />
      <Labelled title="History">
        <Select
          label="History"
          value={strategy.history}
          choices={[
            { value: "last", label: "last", detail: "The prompt shows the newest attempt." },
            { value: "all", label: "all", detail: "The prompt shows every attempt." },
          ]}
          onChange={(value) => onChange({ ...strategy, history: value === "all" ? "all" : "last" })}
        />
      </Labelled>
    </>
  );
}

function Parallel({ strategy, onChange }: { strategy: Extract<Strategy, { kind: "parallel" }>; onChange: Props["onChange"] }) {
  return (
    <>
      <Labelled title="Chosen by">
        <Select
          label="Chosen by"
          value={strategy.selection}
          choices={selections}
          onChange={(value) => {
            const selection = selections.find((each) => each.value === value);
            if (selection !== undefined) onChange({ ...strategy, selection: selection.value });
          }}
        />
      </Labelled>
      <div className="mb-1">
        <CheckField checked={strategy.secondChance} onChange={(secondChance) => onChange({ ...strategy, secondChance })}>
          second chance with the condition
        </CheckField>
      </div>
    </>
  );
}

function Labelled({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <span aria-hidden="true" className="text-xs text-soft">
        {title}
      </span>
      {children}
    </div>
  );
}
