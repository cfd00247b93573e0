"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useId, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { armChoicesQuery } from "@/lib/results/queries";
import { Below } from "./labelled";

type Props = { source: string; fault: string | undefined; onChange: (id: string) => void };

const MOST = 200;

/** The imported arm whose samples are given as answers. */
export function ReplaySource({ source, fault, onChange }: Props) {
  const name = useId();
  const [text, setText] = useState("");
  const { data, error } = useQuery(armChoicesQuery());
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (data === undefined) return <p className="text-soft">Looking for imported arms …</p>;
  const arms = data.arms.filter(({ origin }) => origin === "import");
  if (arms.length === 0)
    return (
      <p className="text-soft">
        Nothing was imported yet.{" "}
        <Link href="/import" className="text-accent underline underline-offset-2">
          Import generations
        </Link>{" "}
        first.
      </p>
    );
  const words = text.toLowerCase().split(/\s+/);
  const found = arms.filter(({ experiment, label }) =>
    words.every((word) => `${experiment} ${label}`.toLowerCase().includes(word)),
  );
  return (
    <div className="grid gap-1.5">
      <TextField
        aria-label="Find imported arms"
        placeholder="Find by experiment or arm"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset className="max-h-52 overflow-y-auto border-t border-line">
        <legend className="sr-only">Imported arms</legend>
        {found.slice(0, MOST).map(({ id, label, experiment, problems }) => (
          <label key={id} className="flex gap-2 border-b border-line py-1">
            <input type="radio" name={name} className="accent-(--accent)" checked={source === id} onChange={() => onChange(id)} />
            <span className="min-w-0 truncate">
              {label}
              <span className="text-soft">
                {" "}
                · {problems.toLocaleString("en")} {problems === 1 ? "problem" : "problems"} · {experiment}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {found.length > MOST ? <p className="text-xs text-soft">{found.length - MOST} more; write more of the name.</p> : null}
      <Below fault={fault} />
    </div>
  );
}
