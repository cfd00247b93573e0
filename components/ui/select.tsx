"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Choice = { readonly value: string; readonly label: ReactNode; readonly detail?: string };

type Props = {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  look?: "field" | "quiet";
  /** Shown while the value is none of the choices. */
  placeholder?: string;
  className?: string;
};

/** One value out of a few; `label` is its accessible name. */
export function Select({ label, value, choices, onChange, look = "field", placeholder, className }: Props) {
  return (
    <Radix.Root value={value} onValueChange={onChange}>
      <Radix.Trigger
        aria-label={label}
        className={classNames(
          "inline-flex h-7 min-w-0 items-center gap-1 rounded-md whitespace-nowrap",
          look === "field" ? "border border-control/70 bg-paper px-2" : "px-1.5 text-soft hover:bg-sunken hover:text-ink",
          className,
        )}
      >
        <span className="truncate">
          {/* Given here as well, so that the server draws it. */}
          <Radix.Value placeholder={placeholder}>{choices.find((choice) => choice.value === value)?.label}</Radix.Value>
        </span>
        <Radix.Icon className="text-faint">
          <ChevronDown size={12} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) rounded-lg border border-line-strong bg-surface p-1 shadow-float"
        >
          <Radix.Viewport>
            {choices.map((choice) => (
              <Radix.Item
                key={choice.value}
                value={choice.value}
                className="flex max-w-90 items-start gap-2 rounded px-2 py-1 outline-none data-highlighted:bg-sunken"
              >
                <span className="mt-0.5 w-3.5 shrink-0 text-accent">
                  <Radix.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Radix.ItemIndicator>
                </span>
                <span className="min-w-0">
                  <Radix.ItemText>{choice.label}</Radix.ItemText>
                  {choice.detail === undefined ? null : <span className="block text-xs text-soft">{choice.detail}</span>}
                </span>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
