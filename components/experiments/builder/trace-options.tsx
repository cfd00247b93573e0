"use client";
import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { NumberField } from "@/components/ui/number-field";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { AdapterOption, OptionValue } from "@/lib/adapters/adapter";
import type { TraceCondition } from "@/lib/experiments/condition";
import type { AdapterDescription } from "./adapter-description";

type Props = {
  adapter: AdapterDescription;
  condition: TraceCondition;
  onChange: (options: TraceCondition["options"]) => void;
};

/** What the format lets one choose; only what differs from its defaults is written into the specification. */
export function TraceOptions({ adapter, condition: { options }, onChange }: Props) {
  const set = (option: AdapterOption, value: OptionValue) => {
    const { [option.name]: _old, ...others } = options;
    onChange(value === option.default ? others : { ...others, [option.name]: value });
  };
  const changed = Object.keys(options).length;
  return (
    <Popover
      label={`Options of ${adapter.title}`}
      trigger={
        <Button className={changed > 0 ? "text-accent" : ""}>
          <SlidersHorizontal size={13} aria-hidden />
          Options{changed > 0 ? ` (${changed})` : ""}
        </Button>
      }
    >
      <div className="grid gap-3">
        <p className="text-xs text-soft">{adapter.description}</p>
        {adapter.options.map((option) => (
          <div key={option.name} className="grid gap-1">
            <OptionControl
              option={option}
              value={options[option.name] ?? option.default}
              onChange={(value) => set(option, value)}
            />
            {option.type === "boolean" ? null : <p className="text-xs text-soft">{option.description}</p>}
          </div>
        ))}
      </div>
    </Popover>
  );
}

type ControlProps = { option: AdapterOption; value: OptionValue; onChange: (value: OptionValue) => void };

function OptionControl({ option, value, onChange }: ControlProps) {
  if (option.type === "integer") {
    const { label, minimum, maximum } = option;
    const number = typeof value === "number" ? value : option.default;
    return (
      <NumberField
        label={label}
        value={number}
        minimum={minimum}
        maximum={maximum}
        onChange={(next) => onChange(next ?? option.default)}
      />
    );
  }
  if (option.type === "boolean") {
    return (
      <CheckField checked={value === true} onChange={onChange} detail={option.description}>
        {option.label}
      </CheckField>
    );
  }
  return (
    <div className="flex items-center gap-2">
      <span className="grow">{option.label}</span>
      <Select
        label={option.label}
        value={String(value)}
        choices={option.choices.map((choice) => ({ value: choice, label: choice }))}
        onChange={onChange}
      />
    </div>
  );
}
