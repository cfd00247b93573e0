"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { ArmChoice } from "@/lib/results/compare-schema";

type Props = {
  choices: readonly ArmChoice[];
  chosen: readonly string[];
  against: string | null;
  onChange: (chosen: readonly string[]) => void;
  onAgainst: (id: string) => void;
};

const MOST = 300;

/** Arms to put together; the first one, or the one that is named, is what the others are set against. */
export function ArmPicker({ choices, chosen, against, onChange, onAgainst }: Props) {
  const [text, setText] = useState("");
  const words = text.toLowerCase().split(/\s+/);
  const found = choices.filter((choice) => {
    const all = `${choice.experiment} ${choice.label} ${choice.benchmark ?? ""} ${choice.condition ?? ""}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const baseline = chosen.find((id) => id === against) ?? chosen[0];
  return (
    <details open={chosen.length < 2} className="rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-2 font-semibold">
        Arms to compare <span className="font-normal text-soft">{chosen.length} chosen</span>
      </summary>
      <div className="border-t border-line p-3">
        <div className="flex gap-2">
          <TextField
            aria-label="Find arms"
            placeholder="Find by experiment, model, condition or benchmark"
            className="grow"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button disabled={chosen.length === 0} onClick={() => onChange([])}>
            Clear
          </Button>
        </div>
        {choices.length === 0 ? (
          <p className="mt-3 text-soft">There are no arms yet. Import results or run an experiment first.</p>
        ) : null}
        <ul className="mt-2 max-h-72 overflow-y-auto">
          {found.slice(0, MOST).map(({ id, experiment, label, benchmark, problems }) => {
            const isChosen = chosen.includes(id);
            return (
              <li key={id} className="flex items-center gap-2 py-0.5">
                <label className="flex min-w-0 grow gap-2">
                  <input
                    type="checkbox"
                    className="accent-(--accent)"
                    checked={isChosen}
                    onChange={() => onChange(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])}
                  />
                  <span className="truncate">
                    {label}
                    <span className="text-soft">
                      {" "}
                      · {benchmark ?? "benchmark not said"} · {problems} {problems === 1 ? "problem" : "problems"} · {experiment}
                    </span>
                  </span>
                </label>
                {isChosen && id !== baseline ? (
                  <Button look="quiet" size="small" onClick={() => onAgainst(id)}>
                    Set others against it
                  </Button>
                ) : null}
                {id === baseline ? <span className="text-soft">baseline</span> : null}
              </li>
            );
          })}
        </ul>
        {found.length > MOST ? <p className="text-faint">{found.length - MOST} more; write more of the name.</p> : null}
      </div>
    </details>
  );
}
