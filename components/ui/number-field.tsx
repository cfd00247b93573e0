"use client";
import { useId, useState } from "react";
import { classNames } from "./class-names";
import { TextField } from "./text-field";

type Props = {
  label: string;
  value: number | null;
  minimum: number;
  maximum: number;
  onChange: (value: number | null) => void;
  /** What an empty field means; without it a number is needed. */
  empty?: string;
  /** Whether parts of one are taken. */
  decimal?: true;
  className?: string;
};

/** A number with its label above. A value is taken as soon as it is allowed; what is being typed in between stays as typed. */
export function NumberField({ label, value, minimum, maximum, onChange, empty, decimal, className }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? "" : String(value));
  const number = (decimal === true ? /^\d*\.?\d+$/ : /^\d+$/).test(shown) ? Number(shown) : Number.NaN;
  const isWrong = shown === "" ? empty === undefined : !(number >= minimum && number <= maximum);
  const change = (text: string) => {
    setTyped(text);
    const next = (decimal === true ? /^\d*\.?\d+$/ : /^\d+$/).test(text) ? Number(text) : Number.NaN;
    if (text === "" && empty !== undefined) onChange(null);
    else if (next >= minimum && next <= maximum) onChange(next);
  };
  return (
    <div className={classNames("grid content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-xs whitespace-nowrap text-soft">
        {label}
      </label>
      <TextField
        id={id}
        inputMode={decimal === true ? "decimal" : "numeric"}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-fault` : undefined}
        placeholder={empty}
        value={shown}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
        className="w-24 text-right tabular-nums"
      />
      {isWrong ? (
        <p id={`${id}-fault`} className="w-24 text-xs text-bad">
          {`${decimal === true ? "A" : "A whole"} number from ${minimum} to ${maximum.toLocaleString("en")}.`}
        </p>
      ) : null}
    </div>
  );
}
