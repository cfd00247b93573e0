"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = {
  label: string;
  tabs: readonly { readonly id: string; readonly title: string }[];
  current: string;
  onChange: (id: string) => void;
};

/** A row of tabs whose choice is kept in the address; arrow keys move along it. */
export function TabLinks({ label, tabs, current: drawn, onChange }: Props) {
  // The tab that was pressed is marked at once, also while its contents are still on their way.
  const [pressed, setPressed] = useState({ from: drawn, to: drawn });
  if (pressed.from !== drawn) setPressed({ from: drawn, to: drawn });
  const current = pressed.from === drawn ? pressed.to : drawn;
  const choose = (id: string) => {
    setPressed({ from: drawn, to: id });
    onChange(id);
  };
  const step = (by: number) => {
    const index = tabs.findIndex(({ id }) => id === current);
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="mt-5 flex gap-5 overflow-x-auto overflow-y-hidden border-b border-line">
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === current}
          tabIndex={id === current ? 0 : -1}
          onClick={() => choose(id)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") step(1);
            if (event.key === "ArrowLeft") step(-1);
          }}
          className={classNames(
            "-mb-px border-b-2 py-2 whitespace-nowrap hover:text-ink",
            id === current ? "border-accent text-ink" : "border-transparent text-soft",
          )}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
