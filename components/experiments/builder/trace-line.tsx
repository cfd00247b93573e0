"use client";
import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { conditionId, type TraceCondition } from "@/lib/experiments/condition";
import type { AdapterDescription } from "./adapter-description";
import { TraceOptions } from "./trace-options";

type Props = {
  condition: TraceCondition;
  adapters: readonly AdapterDescription[];
  onChange: (next: TraceCondition) => void;
  onRemove: () => void;
};

const kinds = [
  { value: "trace", label: "trace", detail: "Feedback and the trace of that failing run. Compared with feedback." },
  { value: "trace-only", label: "trace-only", detail: "The trace without expected and actual. Compared with code." },
];

/** One condition that carries a trace: which format, with which options, cut to how many tokens. */
export function TraceLine({ condition, adapters, onChange, onRemove }: Props) {
  const adapter = adapters.find(({ id }) => id === condition.adapter);
  return (
    <li className="flex flex-wrap items-end gap-x-3 gap-y-2 border-line px-3 py-2 not-first:border-t">
      <span
        aria-hidden="true"
        className="mb-2.5 size-2 rounded-[2px]"
        style={{ background: `var(--${adapter?.colour ?? "other"})` }}
      />
      <Select
        label="Kind of condition"
        value={condition.kind}
        choices={kinds}
        onChange={(kind) => onChange({ ...condition, kind: kind === "trace-only" ? "trace-only" : "trace" })}
      />
      <Select
        label="Format"
        value={condition.adapter}
        className="w-44"
        choices={adapters.map(({ id, title, dialect }) => ({ value: id, label: title, detail: dialect }))}
        onChange={(id) => onChange({ ...condition, adapter: id, options: {} })}
      />
      <NumberField
        label="Token budget"
        value={condition.budget}
        minimum={16}
        maximum={1_000_000}
        empty="none"
        onChange={(budget) => onChange({ ...condition, budget })}
      />
      {adapter === undefined || adapter.options.length === 0 ? null : (
        <TraceOptions adapter={adapter} condition={condition} onChange={(options) => onChange({ ...condition, options })} />
      )}
      <code className="mb-1 min-w-0 grow truncate text-right text-soft">{conditionId(condition)}</code>
      <IconButton label={`Remove ${conditionId(condition)}`} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
