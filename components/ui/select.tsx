"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import { classNames } from "./class-names";
import { useOnDemand } from "./use-on-demand";

export type Choice = { readonly value: string; readonly label: ReactNode; readonly detail?: string };

export type SelectProps = {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  look?: "field" | "quiet";
  /** Shown while the value is none of the choices. */
  placeholder?: string;
  className?: string;
};

const fetchBox = () => import("./select-box");

/** One value out of a few, whose list and its code come when it is first opened; `label` is its accessible name. */
export function Select(props: SelectProps) {
  const { loaded, load, approach } = useOnDemand(fetchBox);
  if (loaded !== null) return <loaded.SelectBox {...props} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    load();
  };
  return (
    <SelectFace
      {...props}
      role="combobox"
      aria-expanded={false}
      aria-autocomplete="none"
      onPointerEnter={approach}
      onFocus={approach}
      onClick={load}
      onKeyDown={onKeyDown}
    />
  );
}

type FaceProps = SelectProps & Omit<ComponentProps<"button">, keyof SelectProps>;

/** What is seen of a choice while its list is closed. */
export function SelectFace({ label, value, choices, onChange, look = "field", placeholder, className, ...rest }: FaceProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={classNames(
        "inline-flex h-7 min-w-0 items-center gap-1 rounded-md whitespace-nowrap disabled:opacity-50",
        look === "field" ? "border border-control/70 bg-paper px-2" : "px-1.5 text-soft hover:bg-sunken hover:text-ink",
        className,
      )}
    >
      <span className="truncate">{choices.find((choice) => choice.value === value)?.label ?? placeholder}</span>
      <ChevronDown size={12} aria-hidden className="shrink-0 text-faint" />
    </button>
  );
}
