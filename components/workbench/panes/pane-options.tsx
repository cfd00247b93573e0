"use client";
import { SlidersHorizontal } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { useTypedNumber } from "@/components/ui/use-typed-number";
import type { Adapter, AdapterOption, OptionValue } from "@/lib/adapters/adapter";
import type { Pane } from "@/lib/links/schema";

type Settings = Pick<Pane, "budget" | "options">;

type Props = {
  adapter: Adapter;
  pane: Settings;
  onChange: (change: Partial<Settings>) => void;
  /** Tokens unless something else is chosen; left out, everything is shown. */
  usualBudget?: number;
};

/** What the adapter lets one choose, and the token budget; every change draws the text anew at once. */
export function PaneOptions({ adapter, pane, onChange, usualBudget }: Props) {
  const usual = usualBudget ?? null;
  const isChanged = pane.budget !== usual || Object.keys(pane.options).length > 0;
  const set = (name: string, value: OptionValue) => onChange({ options: { ...pane.options, [name]: value } });
  return (
    <Popover
      label={`Options of ${adapter.title}`}
      trigger={
        <Button look="quiet" size="icon" aria-label={`Options of ${adapter.title}`} className={isChanged ? "text-accent" : ""}>
          <SlidersHorizontal size={14} aria-hidden />
        </Button>
      }
    >
      <div className="grid gap-3">
        <div>
          <h3 className="font-semibold">{adapter.title}</h3>
          <p className="mt-1 text-xs text-soft">{adapter.description}</p>
          <a
            href={adapter.paper.url}
            target="_blank"
            rel="noreferrer"
            className="mt-1 inline-block text-xs text-accent underline underline-offset-2"
          >
            {adapter.paper.title}
          </a>
        </div>
        <WholeNumber
          label="Token budget"
          description="Cut after the last step with which the text still fits, and say so. Empty shows everything."
          value={pane.budget}
          minimum={1}
          maximum={10_000_000}
          empty="all"
          onChange={(budget) => onChange({ budget })}
        />
        {adapter.options.map((option) => (
          <OptionField
            key={option.name}
            option={option}
            value={pane.options[option.name] ?? option.default}
            onChange={(value) => set(option.name, value)}
          />
        ))}
        <Button
          look="link"
          size="text"
          disabled={!isChanged}
          className="justify-self-start"
          onClick={() => onChange({ options: {}, budget: usual })}
        >
          Back to the defaults
        </Button>
      </div>
    </Popover>
  );
}

function OptionField({
  option,
  value,
  onChange,
}: {
  option: AdapterOption;
  value: OptionValue;
  onChange: (value: OptionValue) => void;
}) {
  const id = useId();
  if (option.type === "integer") {
    return (
      <WholeNumber
        label={option.label}
        description={option.description}
        value={typeof value === "number" ? value : option.default}
        minimum={option.minimum}
        maximum={option.maximum}
        onChange={(next) => onChange(next ?? option.default)}
      />
    );
  }
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 grow">
        <label htmlFor={option.type === "boolean" ? id : undefined} className="font-medium">
          {option.label}
        </label>
        <p id={`${id}-about`} className="text-xs text-soft">
          {option.description}
        </p>
      </div>
      {option.type === "boolean" ? (
        <Switch id={id} aria-describedby={`${id}-about`} checked={value === true} onChange={onChange} />
      ) : (
        <Select
          className="max-w-36 shrink-0"
          label={option.label}
          value={String(value)}
          choices={option.choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={onChange}
        />
      )}
    </div>
  );
}

type NumberProps = {
  label: string;
  description: string;
  value: number | null;
  minimum: number;
  maximum: number;
  onChange: (value: number | null) => void;
  empty?: string;
};

function WholeNumber({ label, description, value, minimum, maximum, onChange, empty }: NumberProps) {
  const id = useId();
  const { fault, field } = useTypedNumber({ label, value, minimum, maximum, onChange, empty });
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 grow">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-about`} className="text-xs text-soft">
          {fault ?? description}
        </p>
      </div>
      <TextField
        id={id}
        inputMode="numeric"
        aria-describedby={`${id}-about`}
        aria-invalid={fault !== null}
        placeholder={empty}
        className="w-24 shrink-0 text-right"
        {...field}
      />
    </div>
  );
}
