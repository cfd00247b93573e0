"use client";
import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Popover } from "@/components/ui/popover";

type Props = {
  title: string;
  options: readonly { readonly value: string; readonly problems?: number }[];
  /** Null: all. */
  chosen: readonly string[] | null;
  onChange: (chosen: string[] | null) => void;
};

/** Some of the values that a benchmark's problems have, with how many problems have them. */
export function TagChoice({ title, options, chosen, onChange }: Props) {
  if (options.length === 0 && chosen === null) return null;
  const known = [
    ...options,
    ...(chosen ?? [])
      .filter((value) => !options.some((option) => option.value === value))
      .map((value) => ({ value, problems: undefined })),
  ];
  const set = (value: string, isOn: boolean) => {
    const next = isOn ? [...(chosen ?? []), value] : (chosen ?? []).filter((other) => other !== value);
    onChange(next.length === 0 ? null : next);
  };
  return (
    <div className="grid content-start gap-0.5">
      <span className="text-xs text-soft">{title}</span>
      <Popover
        label={title}
        trigger={
          <Button aria-label={`${title}: ${chosen === null ? "all" : chosen.join(", ")}`} className="max-w-40">
            <span className="truncate">{chosen === null ? "all" : chosen.join(", ")}</span>
            <ChevronDown size={12} aria-hidden className="text-faint" />
          </Button>
        }
      >
        <div className="grid gap-1.5">
          <p className="text-soft">None ticked: all are taken.</p>
          {known.map(({ value, problems }) => (
            <CheckField key={value} checked={chosen?.includes(value) === true} onChange={(isOn) => set(value, isOn)}>
              {value} <span className="text-soft tabular-nums">{problems}</span>
            </CheckField>
          ))}
        </div>
      </Popover>
    </div>
  );
}
