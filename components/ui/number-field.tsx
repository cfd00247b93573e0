"use client";
import { useId } from "react";
import { classNames } from "./class-names";
import type { NumberRange } from "./read-number";
import { TextField } from "./text-field";
import { useTypedNumber } from "./use-typed-number";

type Props = NumberRange & {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  className?: string;
};

/** A number with its label above, and below what is wanted where something else was typed. */
export function NumberField({ className, ...settings }: Props) {
  const id = useId();
  const { fault, field } = useTypedNumber(settings);
  return (
    <div className={classNames("grid content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-xs whitespace-nowrap text-soft">
        {settings.label}
      </label>
      <TextField
        id={id}
        inputMode={settings.decimal === true ? "decimal" : "numeric"}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        placeholder={settings.empty}
        className="w-24 text-right tabular-nums"
        {...field}
      />
      {fault === null ? null : (
        <p id={`${id}-fault`} className="w-24 text-xs text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}
