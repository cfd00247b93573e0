"use client";
import { useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextField } from "@/components/ui/text-field";
import { type Completion, completeFilter } from "@/lib/filters/complete-filter";
import { parseFilter } from "@/lib/filters/parse-filter";
import type { FilterField as Field } from "@/lib/filters/schema";

type Props = {
  value: string;
  fields: readonly Field[];
  valuesOf: (field: string) => readonly string[];
  /** Called with expressions that can be used. */
  onChange: (value: string) => void;
};

/** A filter expression with completion; a fault is said in words once nothing completes it, and the last usable filter stays in force. */
export function FilterField({ value, fields, valuesOf, onChange }: Props) {
  const [text, setText] = useState(value);
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const parsed = parseFilter(text, fields);

  const change = (next: string, cursor: number) => {
    setText(next);
    setOffered(completeFilter({ text: next, cursor }, fields, valuesOf));
    setActive(0);
    if (parseFilter(next, fields).ok) onChange(next);
  };
  const take = ({ text: given, start, end }: Completion) => {
    const next = `${text.slice(0, start)}${given}${text.slice(end)}`;
    change(next, start + given.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(start + given.length, start + given.length));
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const completion = offered[active];
    if (offered.length === 0 || completion === undefined) return;
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Tab" || event.key === "Enter") take(completion);
    else if (event.key === "Escape") setOffered([]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative min-w-80 grow">
      <TextField
        ref={field}
        role="combobox"
        aria-label="Filter"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-offered`}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        aria-invalid={!parsed.ok}
        aria-describedby={parsed.ok || offered.length > 0 ? undefined : `${id}-fault`}
        placeholder="model:qwen* condition!=code verdict:failed tokens>500"
        className="w-full font-mono text-xs"
        value={text}
        onChange={(event) => change(event.target.value, event.target.selectionStart ?? event.target.value.length)}
        onKeyDown={onKeyDown}
        onFocus={(event) =>
          setOffered(completeFilter({ text, cursor: event.target.selectionStart ?? text.length }, fields, valuesOf))
        }
        onBlur={() => setOffered([])}
      />
      {parsed.ok || offered.length > 0 ? null : (
        <p
          id={`${id}-fault`}
          role="alert"
          className="absolute top-full left-0 z-10 mt-1 rounded-md bg-bad-soft px-2 py-1 text-bad"
        >
          {sentence(parsed.fault.message)} at character {parsed.fault.start + 1}:{" "}
          <code>{text.slice(parsed.fault.start, parsed.fault.end)}</code>
        </p>
      )}
      <div
        id={`${id}-offered`}
        role="listbox"
        aria-label="Completions"
        hidden={offered.length === 0}
        className="absolute top-full left-0 z-20 mt-1 max-h-80 min-w-80 overflow-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float"
      >
        {offered.map((completion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={completion.text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={classNames("flex gap-3 rounded px-2 py-1", index === active && "bg-sunken")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
          >
            <code>{completion.text}</code>
            <span className="grow text-right text-xs text-soft">{completion.detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
